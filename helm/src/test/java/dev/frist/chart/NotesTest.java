package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import dev.frist.cli.Frist;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What is said after an installation. */
class NotesTest {

    static List<String> valueSets() {
        return Rendered.valueSets();
    }

    private static String notes(String set) {
        String output = new Helm(Rendered.CHART)
                .install()
                .withName(Rendered.RELEASE)
                .withNamespace(Rendered.NAMESPACE)
                .withKubeVersion(Rendered.KUBERNETES)
                .withValuesFile(Rendered.valuesOf(set))
                .dryRun()
                .withDryRunOption(DryRun.CLIENT)
                .clientOnly()
                .debug()
                .call()
                .getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void theCommandsThatItNamesAreThere(String set) {
        String notes = notes(set);
        Rendered rendered = Rendered.of(set);
        String workload = rendered.workload().path("kind").asText().toLowerCase(java.util.Locale.ROOT) + "/"
                + Rendered.nameOf(rendered.workload());
        assertThat(notes).contains("rollout status " + workload, "helm -n shop test returns");
        List<String> commands = Pattern.compile("exec " + workload + " -- frist (.*)")
                .matcher(notes)
                .results()
                .map(MatchResult::group)
                .map(line -> line.replaceFirst(".* -- frist ", ""))
                .toList();
        assertThat(commands).hasSize(2).allSatisfy(command -> {
            CommandLine frist = Frist.commandLine();
            assertThat(frist.parseArgs(command.split(" ")).errors()).isEmpty();
        });
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(notes("minimal"))
                .contains("No policies come with this release", "Nothing is encrypted", "Nothing scrapes its metrics");
        assertThat(notes("production"))
                .doesNotContain("No policies", "Nothing is encrypted", "Nothing scrapes")
                .contains("reads payments.orders, payments.returns and payments.invoice-corrections");
    }
}
