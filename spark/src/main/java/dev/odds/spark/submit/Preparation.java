package dev.odds.spark.submit;

import dev.odds.design.CategoricalTerm;
import dev.odds.design.Encoder;
import dev.odds.design.NumericTerm;
import dev.odds.design.SparseEncoder;
import dev.odds.design.TableEncoder;
import dev.odds.design.Term;
import dev.odds.spark.rows.FeatureNames;
import dev.odds.spark.rows.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.feature.OneHotEncoderModel;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * Rows that can be fitted, and the stages that make vectors of rows like these.
 *
 * @param rows without missing values, with the labels in {@value #LABEL}
 * @param stages up to a column of vectors; none where the rows have them
 * @param features the column of vectors
 * @param weights the column of weights, or null
 * @param offset the column added to the log-odds, or null
 * @param origin what the vectors are made of
 * @param notes what was decided on the way, a sentence each
 */
public record Preparation(
        Dataset<Row> rows,
        List<PipelineStage> stages,
        String features,
        String weights,
        String offset,
        Origin origin,
        List<String> notes) {
    public static final String LABEL = "odds_label";

    public static final String FEATURES = "odds_features";

    private static final String WEIGHTS = "odds_weights";
    private static final String OFFSET = "odds_offset";
    private static final String INDEX = "odds_index_";

    /**
     * Decides as {@code odds fit} does: numbers are features; text and booleans become one for each level but the first, unless there
     * are more than 50 levels and than one in 20 rows; rows with a missing value are dropped. Two readings of the data.
     *
     * @throws dev.odds.table.InputException if a column named is not there or of no use, or the target has not two labels
     */
    public static Preparation of(Dataset<Row> data, SubmitOptions options) {
        List<String> notes = new ArrayList<>();
        Census census = Census.of(data, Columns.of(data, options, notes), notes);
        Columns columns = census.columns();
        LabelChoice labels = LabelChoice.of(census.labels(), columns.target(), options.text("--positive"), notes);
        String weights = plain(columns.weights(), WEIGHTS);
        String offset = plain(columns.offset(), OFFSET);
        Dataset<Row> labelled = census.rows().withColumn(LABEL, labels.of(Columns.values(columns.target())));
        Dataset<Row> rows = named(named(labelled, columns.weights(), weights), columns.offset(), offset);
        Origin origin = new Origin(
                columns.areVectors() ? vectors(census.rows(), columns, options) : table(census),
                labels.labelling(),
                columns.weights(),
                String.join(" ", options.data()),
                census.dropped());
        return columns.areVectors()
                ? new Preparation(rows, List.of(), columns.features().get(0).name(), weights, offset, origin, notes)
                : new Preparation(rows, stages(census), FEATURES, weights, offset, origin, notes);
    }

    /** The name of a column where an estimator takes it, else another; null where there is none. */
    private static String plain(String column, String other) {
        return column == null || StageNames.isPlain(column) ? column : other;
    }

    private static Dataset<Row> named(Dataset<Row> rows, String column, String name) {
        return column == null || column.equals(name) ? rows : rows.withColumn(name, Columns.column(column));
    }

    /** LIBSVM files number their features from 1; other vectors have names. */
    private static Encoder vectors(Dataset<Row> rows, Columns columns, SubmitOptions options) {
        StructField field = columns.features().get(0);
        int told = AttributeGroup.fromStructField(field).size();
        int length = told >= 0
                ? told
                : rows.select(Columns.column(field.name()))
                        .first()
                        .<Vector>getAs(0)
                        .size();
        return options.format().equals("libsvm")
                ? new SparseEncoder(IntStream.rangeClosed(1, length)
                        .mapToObj(Integer::toString)
                        .toList())
                : Origin.numbers(
                        FeatureNames.complete(FeatureNames.of(rows.schema(), field.name()), length), columns.offset());
    }

    private static Encoder table(Census census) {
        List<Term> terms = new ArrayList<>();
        for (StructField field : census.columns().features()) {
            List<String> levels = census.levels().get(field.name());
            terms.add(
                    levels == null
                            ? new NumericTerm(field.name(), Double.NaN, false)
                            : new CategoricalTerm(field.name(), levels, 0, -1));
        }
        return new TableEncoder(terms, census.columns().offset());
    }

    private static List<PipelineStage> stages(Census census) {
        List<StructField> features = census.columns().features();
        List<StructField> texts = features.stream().filter(Columns::isText).toList();
        StageNames called = StageNames.of(census);
        List<PipelineStage> stages = new ArrayList<>(called.stage().stream().toList());
        if (!texts.isEmpty()) {
            String[] indices = names(texts, field -> INDEX + called.like(field));
            stages.add(new StringIndexerModel(uid("levels"), levels(census, texts, called))
                    .setInputCols(names(texts, called::read))
                    .setOutputCols(indices));
            int[] counts = texts.stream()
                    .mapToInt(field -> census.levels().get(field.name()).size())
                    .toArray();
            stages.add(new OneHotEncoderModel(uid("indicators"), counts)
                    .setInputCols(indices)
                    .setOutputCols(names(texts, field -> indicators(called.like(field)))));
        }
        stages.add(new VectorAssembler()
                .setInputCols(names(
                        features, field -> Columns.isText(field) ? indicators(called.like(field)) : called.read(field)))
                .setOutputCol(FEATURES));
        return stages;
    }

    /** Spark then calls an element {@code race=_black}. */
    private static String indicators(String text) {
        return text + "=";
    }

    private static String[] names(List<StructField> fields, Function<StructField, String> name) {
        return fields.stream().map(name).toArray(String[]::new);
    }

    /** Spark gives the last level no feature, Odds the first: so the first comes last. */
    private static String[][] levels(Census census, List<StructField> texts, StageNames called) {
        return texts.stream()
                .map(field -> called.isBoolean(field)
                        ? StageNames.words(census.levels().get(field.name()))
                        : census.levels().get(field.name()))
                .map(levels -> Stream.concat(
                                levels.stream().skip(1), levels.stream().limit(1))
                        .toArray(String[]::new))
                .toArray(String[][]::new);
    }

    private static String uid(String prefix) {
        return Identifiable$.MODULE$.randomUID(prefix);
    }
}
