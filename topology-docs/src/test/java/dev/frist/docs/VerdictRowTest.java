package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictRowTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("..").toAbsolutePath().normalize());

    static List<VerdictRow> rows() {
        try {
            return VerdictRow.all();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Arguments> scenarios() {
        return rows().stream()
                .flatMap(row -> row.shows().entrySet().stream()
                        .flatMap(code -> code.getValue().stream().map(name -> Arguments.of(code.getKey(), name))));
    }

    @Test
    void everyCodeOfTheCatalogueIsInSomeRowAndNoOther() {
        assertThat(VerdictRow.scenariosByCode(rows()).keySet())
                .containsExactlyInAnyOrderElementsOf(ExplanationCode.all().stream()
                        .map(ExplanationCode::code)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioPublishesWhatItsRowSays(String code, String scenario) throws IOException {
        assertThat(CaseHistory.of(scenario, REPOSITORY).first(code)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowNamesClassesThatExist(VerdictRow row) {
        assertThat(row.classes())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Files.exists(REPOSITORY.source("dev.frist." + name)))
                        .as(name)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowIsShownByAScenario(VerdictRow row) {
        assertThat(row.shows())
                .isNotEmpty()
                .allSatisfy((code, scenarios) -> assertThat(scenarios).as(code).isNotEmpty());
    }
}
