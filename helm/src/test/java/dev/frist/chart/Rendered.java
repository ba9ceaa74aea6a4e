package dev.frist.chart;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What Helm makes of the chart and some values.
 *
 * @param name the set of values
 * @param objects the documents, in Helm's order
 */
record Rendered(String name, List<JsonNode> objects) {

    static final Path CHART = Path.of("frist");
    static final String RELEASE = "returns";
    static final String NAMESPACE = "shop";

    /** The oldest that the chart says it is for. */
    static final String KUBERNETES = "1.27.0";

    /** Reads YAML, and refuses a key that is written twice. */
    static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    /** Helm's library renders all but hooks: here they are no hooks, and become some again once they are rendered. */
    private static final String HOOK = "helm.sh/hook";

    private static final String NO_HOOK = "not.helm.sh/hook";
    private static final Path CHART_WITHOUT_HOOKS = withoutHooks();

    private static final Path VALUE_SETS = Path.of("src", "test", "resources", "values");
    private static final Map<String, Rendered> DONE = new ConcurrentHashMap<>();

    /** The names of all sets of values. */
    static List<String> valueSets() {
        try (Stream<Path> files = Files.list(VALUE_SETS)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path valuesOf(String set) {
        return VALUE_SETS.resolve(set + ".yaml");
    }

    static Rendered of(String set) {
        return DONE.computeIfAbsent(set, name -> of(name, valuesOf(name)));
    }

    static Stream<Rendered> all() {
        return valueSets().stream().map(Rendered::of);
    }

    static Rendered of(String name, Path values) {
        return new Rendered(
                name,
                parse(new Helm(CHART_WITHOUT_HOOKS)
                        .template()
                        .withName(RELEASE)
                        .withNamespace(NAMESPACE)
                        .withKubeVersion(KUBERNETES)
                        .withValuesFile(values)
                        .call()
                        .replace(NO_HOOK, HOOK)));
    }

    private static List<JsonNode> parse(String text) {
        try (JsonParser parser = YAML.createParser(text);
                MappingIterator<JsonNode> documents =
                        YAML.readerFor(JsonNode.class).readValues(parser)) {
            return documents.readAll().stream()
                    .filter(JsonNode::isObject)
                    .filter(document -> !document.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(text, unreadable);
        }
    }

    private static Path withoutHooks() {
        try {
            Path copy = Files.createDirectories(Path.of("target", "chart-without-hooks", "frist"));
            copy(CHART, copy);
            try (Stream<Path> files = Files.walk(copy.resolve("templates"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.writeString(file, Files.readString(file).replace("\"" + HOOK + "\"", "\"" + NO_HOOK + "\""));
                }
            }
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Copies a folder's files; what lies there of an earlier copy and is no longer in the folder is deleted. */
    static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    List<JsonNode> ofKind(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    /** The only object of a kind with this suffix behind the release's full name. */
    JsonNode find(String kind, String suffix) {
        return ofKind(kind).stream()
                .filter(object -> nameOf(object).equals(nameOf(workload()) + suffix))
                .reduce((one, other) -> {
                    throw new AssertionError("two of " + kind + " " + suffix);
                })
                .orElseThrow(() -> new AssertionError(name + " has no " + kind + " " + suffix));
    }

    JsonNode workload() {
        return objects.stream()
                .filter(object -> List.of("StatefulSet", "Deployment")
                        .contains(object.path("kind").asText()))
                .findFirst()
                .orElseThrow();
    }

    Pod processor() {
        return Pod.of(workload());
    }

    /** Every pod that comes of it: the processor's, the Jobs' and that of helm test. */
    List<Pod> pods() {
        return objects.stream()
                .filter(object -> List.of("StatefulSet", "Deployment", "Job", "Pod")
                        .contains(object.path("kind").asText()))
                .map(Pod::of)
                .toList();
    }

    /** The data of the ConfigMap of that name. */
    JsonNode configMap(String configMap) {
        return ofKind("ConfigMap").stream()
                .filter(object -> nameOf(object).equals(configMap))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no ConfigMap " + configMap))
                .path("data");
    }

    static String nameOf(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    @Override
    public String toString() {
        return name;
    }
}
