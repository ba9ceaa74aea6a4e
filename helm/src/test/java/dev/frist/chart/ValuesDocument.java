package dev.frist.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The chart's values as a document, made from {@code values.yaml}: the comment above a value describes it. */
final class ValuesDocument {

    private static final Pattern HEADING = Pattern.compile("## (.+)");
    private static final Pattern COMMENT = Pattern.compile(" *# (.+)");
    private static final Pattern KEY = Pattern.compile("( *)([A-Za-z]+):(.*)");

    private ValuesDocument() {}

    /**
     * A value.
     *
     * @param path such as {@code kafka.sasl.mechanism}
     * @param text its default, as JSON
     * @param comment what it is for
     */
    record Value(String heading, String path, String text, String comment) {}

    private record Level(int indent, String path) {}

    static List<Value> values() throws IOException {
        Path file = Rendered.CHART.resolve("values.yaml");
        JsonNode defaults = Rendered.YAML.readTree(file.toFile());
        List<Value> values = new ArrayList<>();
        Deque<Level> above = new ArrayDeque<>();
        String heading = "";
        String comment = "";
        for (String line : Files.readAllLines(file)) {
            Matcher title = HEADING.matcher(line);
            Matcher note = COMMENT.matcher(line);
            Matcher key = KEY.matcher(line);
            if (title.matches()) {
                heading = title.group(1);
                comment = "";
            } else if (note.matches()) {
                comment = note.group(1);
            } else if (key.matches()) {
                int indent = key.group(1).length();
                while (!above.isEmpty() && above.peek().indent() >= indent) {
                    above.pop();
                }
                String path = (above.isEmpty() ? "" : above.peek().path() + ".") + key.group(2);
                if (!comment.isEmpty()) {
                    JsonNode value = defaults.at("/" + path.replace('.', '/'));
                    values.add(new Value(heading, path, value.toString(), comment));
                }
                // What belongs to a documented value is described with it.
                above.push(new Level(indent, path));
                comment = "";
            } else if (line.isBlank()) {
                comment = "";
            }
        }
        return values;
    }

    static String markdown() throws IOException {
        StringBuilder text = new StringBuilder();
        String heading = "";
        for (Value value : values()) {
            if (!value.heading().equals(heading)) {
                heading = value.heading();
                text.append("\n### ").append(heading).append("\n\n| Value | Default | |\n| --- | --- | --- |\n");
            }
            text.append("| `")
                    .append(value.path())
                    .append("` | `")
                    .append(value.text())
                    .append("` | ")
                    .append(value.comment().replace("|", "\\|"))
                    .append(" |\n");
        }
        return text.toString();
    }
}
