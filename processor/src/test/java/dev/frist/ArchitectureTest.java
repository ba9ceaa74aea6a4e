package dev.frist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages are rooms, and imports between them point one way. */
class ArchitectureTest {

    private static final JavaClasses FRIST = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.frist");

    @Test
    void theDomainKnowsNeitherKafkaNorAvroNorJson() {
        noClasses()
                .that()
                .resideInAPackage("dev.frist.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.apache.avro..",
                        "com.fasterxml.jackson..",
                        "io.confluent..",
                        "org.slf4j..",
                        "dev.frist.schema..")
                .check(FRIST);
    }

    @Test
    void theDomainReadsNoClockAndDrawsNoLots() {
        noClasses()
                .that()
                .resideInAPackage("dev.frist.domain..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(FRIST);
    }

    /** Each row: a room, and the rooms further out that it must not know. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domain   | policy contract state topology config setup deadletter ops runtime scenario stack demo cli",
                "policy   | state topology config setup deadletter ops runtime scenario stack demo cli",
                "contract | policy state topology config setup deadletter ops runtime scenario stack demo cli",
                "state    | contract topology config setup deadletter ops runtime scenario stack demo cli",
                "topology | config setup deadletter ops runtime scenario stack demo cli",
                "config   | setup deadletter ops runtime scenario stack demo cli",
                "setup    | deadletter ops runtime scenario stack demo cli",
                "deadletter | ops runtime scenario stack demo cli",
                "ops      | runtime scenario stack demo cli",
                "runtime  | scenario stack demo cli",
                "stack    | domain policy contract state topology config setup deadletter ops runtime scenario demo cli",
                "scenario | config setup deadletter ops runtime stack demo cli",
                "demo     | scenario cli"
            })
    void importsPointInwards(String room, String furtherOut) {
        String[] forbidden = furtherOut.trim().split(" ");
        for (int i = 0; i < forbidden.length; i++) {
            forbidden[i] = "dev.frist." + forbidden[i] + "..";
        }
        noClasses()
                .that()
                .resideInAPackage("dev.frist." + room.trim() + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(FRIST);
    }

    @Test
    void roomsAndTheRoomsWithinTheDomainHaveNoCycles() {
        slices().matching("dev.frist.(*)..").should().beFreeOfCycles().check(FRIST);
        slices().matching("dev.frist.domain.(*)..").should().beFreeOfCycles().check(FRIST);
    }
}
