package dev.odds;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages are the layers: each uses only what stands above it in the list. */
class ArchitectureTest {
    /** In this order; the root package holds the front door. */
    private static final List<String> LAYERS = List.of(
            "dev.odds.kernel",
            "dev.odds.optimize",
            "dev.odds.table",
            "dev.odds.design",
            "dev.odds.objective",
            "dev.odds.train",
            "dev.odds.model",
            "dev.odds.inference",
            "dev.odds.evaluation",
            "dev.odds",
            "dev.odds.report");

    private static final int LONGEST = 400;
    /** Kernels unrolled by hand; each says why. */
    private static final Set<String> FENCED = Set.of("Lanes.java", "VectorLoops.java");

    private static final int MEDIAN = 120;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.odds");

    @Test
    void everyPackageIsALayer() {
        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(LAYERS), packages);
    }

    @Test
    void aLayerUsesOnlyThoseAboveIt() {
        for (int i = 0; i < LAYERS.size(); i++) {
            for (String below : LAYERS.subList(i + 1, LAYERS.size())) {
                noClasses()
                        .that(resideInAPackage(LAYERS.get(i)))
                        .should()
                        .dependOnClassesThat(resideInAPackage(below))
                        .check(CLASSES);
            }
        }
    }

    @Test
    void kernelAndTableUseNothingOfOurs() {
        noClasses()
                .that(resideInAPackage("dev.odds.table"))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.odds.kernel").or(resideInAPackage("dev.odds.optimize")))
                .check(CLASSES);
        noClasses()
                .that(resideInAPackage("dev.odds.optimize"))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.odds.table"))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.odds.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingIsReadByJavaSerializationNorByReflection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .check(CLASSES);
        noClasses().should().dependOnClassesThat().areAssignableTo(Method.class).check(CLASSES);
        noClasses().should().callMethod(Class.class, "forName", String.class).check(CLASSES);
    }

    @Test
    void coreIsSilent() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PrintStream.class)
                .check(CLASSES);
    }

    /** Math.exp and its like may differ by an ulp between machines; StrictMath and the kernel's own do not. */
    @Test
    void noFunctionVariesFromMachineToMachine() {
        for (String name : List.of("exp", "log", "log1p", "expm1", "tanh", "sinh", "cosh", "log10", "cbrt")) {
            noClasses().should().callMethod(Math.class, name, double.class).check(CLASSES);
        }
        noClasses()
                .should()
                .callMethod(Math.class, "pow", double.class, double.class)
                .check(CLASSES);
    }

    @Test
    void noStateIsShared() {
        for (JavaClass type : CLASSES) {
            for (JavaField field : type.getFields()) {
                boolean fixed = !field.getModifiers().contains(JavaModifier.STATIC)
                        || field.getModifiers().contains(JavaModifier.FINAL);
                assertTrue(fixed, field.getFullName() + " is static and can change");
            }
        }
    }

    @Test
    void filesAreShort() throws IOException {
        try (Stream<Path> tree = Files.walk(Path.of("src/main/java"))) {
            List<Path> files = tree.filter(p -> p.toString().endsWith(".java")).toList();
            int[] lengths = new int[files.size()];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = Files.readAllLines(files.get(i)).size();
                boolean fenced = FENCED.contains(files.get(i).getFileName().toString());
                assertTrue(fenced || lengths[i] <= LONGEST, files.get(i) + " has " + lengths[i] + " lines");
            }
            Arrays.sort(lengths);
            assertTrue(lengths[lengths.length / 2] < MEDIAN, "the median file has " + lengths[lengths.length / 2]);
        }
    }
}
