package dev.odds.spark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of the module are layers too: each uses only those before it. */
class LayersTest {
    /** In this order; the root package holds the estimator, its summary, its files and its program. */
    private static final List<String> LAYERS = List.of(
            "dev.odds.spark.rows",
            "dev.odds.spark.sums",
            "dev.odds.spark.loading",
            "dev.odds.spark.submit",
            "dev.odds.spark");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.odds.spark");

    @Test
    void everyPackageIsALayer() {
        assertEquals(
                Set.copyOf(LAYERS),
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()));
    }

    @Test
    void aLayerUsesOnlyThoseBeforeIt() {
        for (int i = 0; i < LAYERS.size(); i++) {
            for (String later : LAYERS.subList(i + 1, LAYERS.size())) {
                noClasses()
                        .that(resideInAPackage(LAYERS.get(i)))
                        .should()
                        .dependOnClassesThat(resideInAPackage(later))
                        .check(CLASSES);
            }
        }
    }
}
