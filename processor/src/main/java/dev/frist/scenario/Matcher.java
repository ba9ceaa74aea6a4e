package dev.frist.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares an expected value with one that came; only what is named is compared. */
final class Matcher {

    private Matcher() {}

    static boolean matches(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof LineValues lines) {
            return actual instanceof LineValues came
                    && lines.byLineId().keySet().equals(came.byLineId().keySet())
                    && lines.byLineId().entrySet().stream()
                            .allMatch(line ->
                                    matches(line.getValue(), came.byLineId().get(line.getKey())));
        }
        if (expected instanceof Map<?, ?> block) {
            return actual instanceof Map<?, ?> came
                    && block.entrySet().stream()
                            .allMatch(field -> came.containsKey(field.getKey())
                                    && matches(field.getValue(), came.get(field.getKey())));
        }
        if (expected instanceof List<?> list) {
            return actual instanceof List<?> came && list.size() == came.size() && pairUp(list, new ArrayList<>(came));
        }
        return Objects.equals(expected, actual) || sameInstantAsText(expected, actual);
    }

    /** Whether each expected item has one of its own among those that came: these lists are sets in all but name. */
    private static boolean pairUp(List<?> expected, List<Object> remaining) {
        if (expected.isEmpty()) {
            return true;
        }
        for (int i = 0; i < remaining.size(); i++) {
            if (matches(expected.get(0), remaining.get(i))) {
                Object taken = remaining.remove(i);
                if (pairUp(expected.subList(1, expected.size()), remaining)) {
                    return true;
                }
                remaining.add(i, taken);
            }
        }
        return false;
    }

    /** Parameters of an explanation are text, and still compare as instants where both are some. */
    private static boolean sameInstantAsText(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof String first && actual instanceof String second) {
            var instant = Values.instantOrNull(first);
            return instant != null && instant.equals(Values.instantOrNull(second));
        }
        return false;
    }
}
