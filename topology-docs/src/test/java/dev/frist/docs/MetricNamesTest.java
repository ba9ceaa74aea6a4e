package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.ops.metrics.FristMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Metrics that people write of are metrics that there are. */
class MetricNamesTest {

    private static final Pattern NAME = Pattern.compile("`(frist_[a-z_]+)");

    @Test
    void everyMetricThatADocumentNamesIsDefined() throws IOException {
        Set<String> named = named(Path.of("."));
        assertThat(named).contains("frist_disputes_early_total");
        assertThat(unknown(named)).isEmpty();
    }

    @Test
    void oneThatIsNotIsFound() {
        assertThat(unknown(Set.of("frist_disputes_early_total", "frist_disputes_earlier_total")))
                .containsExactly("frist_disputes_earlier_total");
    }

    private static Set<String> unknown(Set<String> named) {
        Set<String> defined = new TreeSet<>();
        for (FristMeter meter : FristMeter.values()) {
            defined.add(meter.scrapedName());
        }
        return named.stream()
                .filter(name -> !defined.contains(name.replaceAll("_(bucket|count|sum)$", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(MetricNamesTest::isOurs).toList()) {
                Matcher name = NAME.matcher(Files.readString(file));
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    private static boolean isOurs(Path file) {
        return file.toString().endsWith(".md") && !file.toString().contains("node_modules");
    }
}
