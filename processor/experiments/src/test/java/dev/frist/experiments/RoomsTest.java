package dev.frist.experiments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What judges shares nothing with what is judged. */
class RoomsTest {

    private static final JavaClasses EXPERIMENTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.frist.experiments");

    @Test
    void theCheckerSharesNoCodeWithTheTopology() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.frist.experiments.check..", "dev.frist.experiments.record..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.frist.topology..",
                        "dev.frist.runtime..",
                        "dev.frist.ops..",
                        "dev.frist.scenario..",
                        "dev.frist.experiments.chaos..",
                        "dev.frist.experiments.variants..",
                        "org.apache.kafka.streams..")
                .check(EXPERIMENTS);
    }

    @Test
    void recordsAreReadByWhoeverDoesNotJudge() {
        noClasses()
                .that()
                .resideInAPackage("dev.frist.experiments.record..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.frist.experiments.check..")
                .check(EXPERIMENTS);
    }
}
