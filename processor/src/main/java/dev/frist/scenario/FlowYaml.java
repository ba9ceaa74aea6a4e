package dev.frist.scenario;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values on one line of YAML, quoted only where they would not read back as the same text. */
final class FlowYaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./@-]*( [A-Za-z0-9_./@()-]+)*");
    private static final Pattern WORD_WITH_A_MEANING =
            Pattern.compile("true|false|yes|no|on|off|null|y|n", Pattern.CASE_INSENSITIVE);

    private FlowYaml() {}

    static String of(@Nullable Object value, ZoneId zone) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Instant instant) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
        }
        if (value instanceof LineValues lines) {
            return of(lines.byLineId(), zone);
        }
        if (value instanceof Map<?, ?> block) {
            return block.entrySet().stream()
                    .map(field -> of(field.getKey(), zone) + ": " + of(field.getValue(), zone))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> of(item, zone)).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? text(text) : value.toString();
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches()
                        && !WORD_WITH_A_MEANING.matcher(text).matches()
                ? text
                : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0)) {
                quoted.append(String.format("\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
