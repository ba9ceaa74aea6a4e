package dev.frist.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pod's volumes as the kubelet lays them out, but below a folder of the test: whoever speaks of a path of the pod is told
 * the one below that folder.
 */
final class PodFiles {

    private static final Pattern PATHS = Pattern.compile(
            "(?<![A-Za-z0-9])(?:/opt/frist|/var/lib/frist|/run/secrets/frist|/etc/frist-policies|/etc/frist(?=/)|/tmp)(?![A-Za-z0-9])");

    private final Rendered rendered;
    private final Pod pod;
    private final Path root;
    private final Map<String, Path> mounts = new TreeMap<>();

    private PodFiles(Rendered rendered, Pod pod, Path root) {
        this.rendered = rendered;
        this.pod = pod;
        this.root = root;
    }

    /** The settings file of the processor's pod. */
    static Properties settings(Rendered rendered) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(rendered.configMap(rendered.processor()
                            .volume("settings")
                            .at("/configMap/name")
                            .asText())
                    .path("frist.properties")
                    .asText()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties;
    }

    /**
     * Lays the files down.
     *
     * @param root stands in for {@code /}
     */
    static PodFiles layDown(Rendered rendered, Pod pod, Path root) throws IOException {
        PodFiles files = new PodFiles(rendered, pod, root);
        for (JsonNode mount : pod.container().path("volumeMounts")) {
            String at = mount.path("mountPath").asText();
            files.mounts.put(at, Files.createDirectories(root.resolve(at.substring(1))));
        }
        for (JsonNode mount : pod.container().path("volumeMounts")) {
            String volume = mount.path("name").asText();
            if (!pod.claims().contains(volume)) {
                files.fill(files.mounts.get(mount.path("mountPath").asText()), pod.volume(volume));
            }
        }
        return files;
    }

    private void fill(Path folder, JsonNode volume) throws IOException {
        Map<String, String> content = new LinkedHashMap<>();
        if (volume.has("secret")) {
            for (JsonNode item : volume.at("/secret/items")) {
                content.put(
                        item.path("path").asText(),
                        FakeSecrets.of(item.path("key").asText()));
            }
        } else if (volume.has("configMap") && isOurs(volume)) {
            rendered.configMap(volume.at("/configMap/name").asText())
                    .properties()
                    .forEach(file ->
                            content.put(file.getKey(), here(file.getValue().asText())));
        }
        if (content.isEmpty()) {
            return;
        }
        // As the kubelet does, so that it can exchange all files at once.
        Path version = Files.createDirectories(folder.resolve("..2026_11_25_00_00_00.1"));
        Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
        for (Map.Entry<String, String> file : content.entrySet()) {
            Files.writeString(version.resolve(file.getKey()), file.getValue());
            Files.createSymbolicLink(
                    folder.resolve(file.getKey()), Path.of("..data").resolve(file.getKey()));
        }
    }

    private boolean isOurs(JsonNode volume) {
        String name = volume.at("/configMap/name").asText();
        return rendered.ofKind("ConfigMap").stream().map(Rendered::nameOf).anyMatch(name::equals);
    }

    /** The pod's environment, with paths below the folder. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        pod.environment().forEach((name, value) -> environment.put(name, here(value)));
        return environment;
    }

    /** The pod's arguments, with paths below the folder. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        pod.arguments().forEach(argument -> arguments.add(here(argument)));
        return arguments;
    }

    /** A text of the pod, with paths below the folder. */
    String here(String text) {
        return PATHS.matcher(text).replaceAll(path -> Matcher.quoteReplacement(root + path.group()));
    }
}
