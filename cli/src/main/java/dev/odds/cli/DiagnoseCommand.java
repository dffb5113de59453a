package dev.odds.cli;

import dev.odds.Diagnosis;
import dev.odds.Diagnostics;
import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.report.DiagnosisCsv;
import dev.odds.report.DiagnosisJson;
import dev.odds.report.DiagnosisText;
import dev.odds.table.Data;
import dev.odds.table.ReadOptions;
import dev.odds.table.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Tells how a model stands to the rows that it was fitted to. */
final class DiagnoseCommand implements Command {
    /** So many coefficients have their DFBETAS written unasked. */
    private static final int FEW = 20;

    @Override
    public String name() {
        return "diagnose";
    }

    @Override
    public String purpose() {
        return "residuals, leverage and influence of each row, collinearity of the columns";
    }

    @Override
    public void declare(CommandSpec spec) {
        Options options = new Options(spec)
                .file("MODEL", "a model file written by odds fit")
                .file("DATA", "the rows it was fitted to; - for standard input")
                .path("FILE", "where the diagnosis of each row goes, as CSV (default: nowhere)", "-o", "--output")
                .flag("--keep", "write the columns of the input too")
                .flag("--dfbetas", "write DFBETAS of however many coefficients (default: of up to %d)".formatted(FEW))
                .flag("--json", "print the summary as JSON")
                .flag("--quiet", "no notes, warnings and progress");
        DataOptions.declareReading(options);
    }

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        Streams told = arguments.has("--quiet") ? streams.quiet() : streams;
        Model model = ModelFile.read(arguments.path(0));
        Input input = new Input(arguments.path(1));
        Path file = arguments.file("-o");
        check(arguments, input, file);
        Output.checkNotRead(file, arguments.path(0), arguments.path(1));
        ReadOptions reading = DataOptions.reading(arguments);
        Data data = input.read(ModelColumns.reading(model, reading), told);
        Diagnosis diagnosis = new Diagnostics(DataOptions.threads(arguments)).of(model, data);
        if (file != null) {
            write(arguments, input, reading, diagnosis, streams);
        }
        String summary = arguments.has("--json") ? DiagnosisJson.of(diagnosis) : DiagnosisText.of(diagnosis);
        if (file != null && file.toString().equals("-")) {
            told.err().print(summary);
        } else {
            streams.out().write(summary);
        }
        if (arguments.has("--json")) {
            diagnosis.notes().forEach(told::say);
        }
        return 0;
    }

    private static void check(Arguments arguments, Input input, Path file) {
        if (file == null && (arguments.has("--keep") || arguments.has("--dfbetas"))) {
            throw new UsageException("found %s without -o FILE; expected a file for the rows, or - for standard output"
                    .formatted(arguments.has("--keep") ? "--keep" : "--dfbetas"));
        }
        if (arguments.has("--keep") && !input.isFile()) {
            throw new UsageException(
                    "%s: found --keep, which reads DATA twice; expected an ordinary file".formatted(input.name()));
        }
    }

    private static void write(
            Arguments arguments, Input input, ReadOptions reading, Diagnosis diagnosis, Streams streams)
            throws IOException {
        Model model = diagnosis.model();
        boolean dfbetas = arguments.has("--dfbetas") || model.names().size() <= FEW;
        try (Output output = Output.to(arguments.file("-o"), false, streams)) {
            DiagnosisCsv csv = new DiagnosisCsv(output.writer(), diagnosis, dfbetas);
            if (arguments.has("--keep")) {
                Schema schema = new Schema(model.encoder().fields(), true);
                input.stream(reading, schema, streams, new KeptRows(csv));
            } else {
                csv.head(List.of());
                for (int row = 0; row < diagnosis.rows(); row++) {
                    csv.row(List.of(), row);
                }
            }
            output.commit();
        }
    }
}
