package dev.frist.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A pod that something makes.
 *
 * @param owner what makes it: kind and name
 * @param metadata labels and annotations
 * @param spec of the pod
 * @param claims names of the volume claims that its owner adds
 */
record Pod(String owner, JsonNode metadata, JsonNode spec, List<String> claims) {

    static Pod of(JsonNode object) {
        String owner = object.path("kind").asText() + " " + Rendered.nameOf(object);
        if (object.path("kind").asText().equals("Pod")) {
            return new Pod(owner, object.path("metadata"), object.path("spec"), List.of());
        }
        JsonNode template = object.at("/spec/template");
        return new Pod(
                owner,
                template.path("metadata"),
                template.path("spec"),
                list(object.at("/spec/volumeClaimTemplates")).stream()
                        .map(Rendered::nameOf)
                        .toList());
    }

    /** There is only one. */
    JsonNode container() {
        if (spec.path("containers").size() != 1 || spec.has("initContainers")) {
            throw new AssertionError(owner + " has another number of containers");
        }
        return spec.path("containers").get(0);
    }

    /** The environment; where a value comes from elsewhere, what stands in for it. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode variable : container().path("env")) {
            String name = variable.path("name").asText();
            String value = variable.has("value")
                    ? variable.path("value").asText()
                    : variable.at("/valueFrom/fieldRef/fieldPath").asText().equals("metadata.name")
                            ? "returns-frist-0"
                            : "stands-in-for-a-secret";
            if (environment.put(name, value) != null) {
                throw new AssertionError(owner + " sets " + name + " twice");
            }
        }
        return environment;
    }

    JsonNode volume(String name) {
        return list(spec.path("volumes")).stream()
                .filter(volume -> volume.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(owner + " has no volume " + name));
    }

    List<String> arguments() {
        return list(container().path("args")).stream().map(JsonNode::asText).toList();
    }

    /** Whether a selector's matchLabels choose it. */
    boolean isChosenBy(JsonNode matchLabels) {
        JsonNode labels = metadata.path("labels");
        return matchLabels.properties().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.path(wanted.getKey())));
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Override
    public String toString() {
        return owner;
    }
}
