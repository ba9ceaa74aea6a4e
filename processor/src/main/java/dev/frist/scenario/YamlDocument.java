package dev.frist.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.frist.scenario.Node.Entry;
import dev.frist.scenario.Node.Mapping;
import dev.frist.scenario.Node.Scalar;
import dev.frist.scenario.Node.ScalarKind;
import dev.frist.scenario.Node.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML documents into nodes that keep their lines. Binding to classes would lose them, and would not tell a
 * number from the same digits in quotes.
 */
final class YamlDocument {

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final YAMLParser parser;
    private final Problems problems;

    private YamlDocument(YAMLParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The document's root, or null with the problem noted. */
    static @Nullable Node read(String text, Problems problems) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            YamlDocument document = new YamlDocument(parser, problems);
            if (parser.nextToken() == null) {
                problems.add(1, "the file is empty");
                return null;
            }
            Node root = document.node();
            if (parser.nextToken() != null) {
                problems.add(document.line(), "a file holds one scenario, and this begins another document");
            }
            return root;
        } catch (JsonProcessingException unreadable) {
            unreadable(unreadable, problems);
            return null;
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory could not be read", impossible);
        }
    }

    /** The roots of all documents; what can't be read is noted as a problem. */
    static List<Node> readAll(String text, Problems problems) {
        List<Node> roots = new ArrayList<>();
        try (YAMLParser parser = FACTORY.createParser(text)) {
            YamlDocument document = new YamlDocument(parser, problems);
            while (parser.nextToken() != null) {
                roots.add(document.node());
            }
            if (roots.isEmpty()) {
                problems.add(1, "the file is empty");
            }
        } catch (JsonProcessingException unreadable) {
            unreadable(unreadable, problems);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory could not be read", impossible);
        }
        return roots;
    }

    private static void unreadable(JsonProcessingException unreadable, Problems problems) {
        int line = unreadable.getLocation() == null
                ? 1
                : Math.max(1, unreadable.getLocation().getLineNr());
        String message = unreadable.getOriginalMessage();
        problems.add(line, "this is not YAML: " + message.lines().findFirst().orElse(message));
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private Node node() throws IOException {
        int line = line();
        JsonToken token = parser.currentToken();
        if (parser.isCurrentAlias()) {
            problems.add(line, "an alias (*" + parser.getText() + ") is not allowed here: write the value out");
            return new Scalar(line, "", ScalarKind.NOTHING);
        }
        return switch (token) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> sequence(line);
            case VALUE_NULL -> new Scalar(line, "", ScalarKind.NOTHING);
            case VALUE_NUMBER_INT -> new Scalar(line, parser.getText(), ScalarKind.INTEGER);
            case VALUE_NUMBER_FLOAT -> new Scalar(line, parser.getText(), ScalarKind.DECIMAL);
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(line, parser.getText(), flagKind(parser.getText()));
            default -> new Scalar(line, parser.getText(), ScalarKind.TEXT);
        };
    }

    /** Old YAML reads NO as false; here it is Norway. */
    private static ScalarKind flagKind(String text) {
        return text.equals("true") || text.equals("false") ? ScalarKind.FLAG : ScalarKind.TEXT;
    }

    private Mapping mapping(int line) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int nameLine = line();
            parser.nextToken();
            Entry earlier = entries.putIfAbsent(name, new Entry(nameLine, node()));
            if (earlier != null) {
                problems.add(nameLine, "'" + name + "' stands here twice, first on line " + earlier.line());
            }
        }
        return new Mapping(line, entries);
    }

    private Sequence sequence(int line) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Sequence(line, items);
    }
}
