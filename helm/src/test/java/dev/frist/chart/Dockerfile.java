package dev.frist.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The image's description, as far as a test can follow it without a container engine.
 *
 * @param instructions in their order, continued lines joined
 */
record Dockerfile(List<Instruction> instructions) {

    /** The folder that it is in, from which it copies. */
    static final Path CONTEXT = Path.of("..", "processor");

    private static final Pattern PAIR = Pattern.compile("([\\w.]+)=(?:\"([^\"]*)\"|(\\S+))");

    record Instruction(String name, String text) {}

    record Copy(Path from, String to) {}

    static Dockerfile read() throws IOException {
        List<Instruction> instructions = new ArrayList<>();
        String joined = Files.readString(CONTEXT.resolve("Dockerfile"))
                .replaceAll("(?m)^#.*\\R", "")
                .replaceAll("\\\\\\R\\s*", "");
        joined.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            instructions.add(new Instruction(parts[0], parts[1].trim()));
        });
        return new Dockerfile(instructions);
    }

    /** The text behind an instruction that occurs once. */
    String only(String name) {
        List<String> found = all(name);
        if (found.size() != 1) {
            throw new AssertionError(name + " occurs " + found.size() + " times");
        }
        return found.get(0);
    }

    List<String> all(String name) {
        return instructions.stream()
                .filter(instruction -> instruction.name().equals(name))
                .map(Instruction::text)
                .toList();
    }

    Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : all(name)) {
            Matcher pair = PAIR.matcher(text);
            while (pair.find()) {
                pairs.put(pair.group(1), pair.group(2) == null ? pair.group(3) : pair.group(2));
            }
        }
        return pairs;
    }

    List<Copy> copies() {
        return all("COPY").stream()
                .map(text -> text.split("\\s+"))
                .map(parts -> new Copy(CONTEXT.resolve(parts[0]), parts[1]))
                .toList();
    }

    /** A list in JSON: the exec form, in which no shell stands between. */
    List<String> list(String name) throws IOException {
        return words(only(name));
    }

    List<String> healthCheck() throws IOException {
        return words(only("HEALTHCHECK").replaceFirst(".* CMD ", ""));
    }

    private static List<String> words(String json) throws IOException {
        return Pod.list(Rendered.YAML.readTree(json)).stream()
                .map(com.fasterxml.jackson.databind.JsonNode::asText)
                .toList();
    }
}
