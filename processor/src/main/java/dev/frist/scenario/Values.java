package dev.frist.scenario;

import dev.frist.domain.policy.Window;
import dev.frist.scenario.Node.Scalar;
import dev.frist.scenario.Node.ScalarKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns single nodes into values; what does not fit is noted as a problem and read as null. */
final class Values {

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    String text(String what, Node node) {
        if (node instanceof Scalar scalar
                && (scalar.kind() == ScalarKind.TEXT
                        || scalar.kind() == ScalarKind.INTEGER
                        || scalar.kind() == ScalarKind.DECIMAL)) {
            return scalar.text();
        }
        wrong(what, node, "text");
        return null;
    }

    @Nullable
    Long number(String what, Node node) {
        if (node instanceof Scalar scalar && scalar.kind() == ScalarKind.INTEGER) {
            try {
                return Long.valueOf(scalar.text().replace("_", ""));
            } catch (NumberFormatException tooLong) {
                wrong(what, node, "a whole number of at most 64 bits");
                return null;
            }
        }
        wrong(what, node, "a whole number, without quotes");
        return null;
    }

    @Nullable
    Integer smallNumber(String what, Node node) {
        Long number = number(what, node);
        if (number != null && number.intValue() != number) {
            wrong(what, node, "a whole number of at most 32 bits");
            return null;
        }
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    @Nullable
    Boolean flag(String what, Node node) {
        if (node instanceof Scalar scalar && scalar.kind() == ScalarKind.FLAG) {
            return Boolean.valueOf(scalar.text());
        }
        wrong(what, node, "true or false");
        return null;
    }

    @Nullable
    Instant instant(String what, Node node) {
        Instant instant = node instanceof Scalar scalar ? instantOrNull(scalar.text()) : null;
        if (instant == null) {
            wrong(what, node, "an instant with its offset, such as 2026-03-02T09:00:00+01:00");
        }
        return instant;
    }

    /** The instant that a text writes out in full, or null where it is something else. */
    static @Nullable Instant instantOrNull(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException somethingElse) {
            return null;
        }
    }

    @Nullable
    Window window(String what, Node node) {
        try {
            if (node instanceof Scalar scalar) {
                return Window.parse(scalar.text());
            }
            wrong(what, node, "an ISO 8601 length of time, date-based (P21D) or time-based (PT15S)");
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException noWindow) {
            problems.add(node.line(), what + ": " + noWindow.getMessage());
        }
        return null;
    }

    @Nullable
    ZoneId zone(String what, Node node) {
        try {
            if (node instanceof Scalar scalar) {
                return ZoneId.of(scalar.text());
            }
            wrong(what, node, "a time zone, such as Europe/Stockholm");
        } catch (DateTimeException unknown) {
            wrong(what, node, "a time zone, such as Europe/Stockholm");
        }
        return null;
    }

    <E extends Enum<E>> @Nullable E symbol(String what, Node node, Class<E> type) {
        return symbol(what, node, Arrays.asList(type.getEnumConstants()));
    }

    <E extends Enum<E>> @Nullable E symbol(String what, Node node, Collection<E> allowed) {
        if (node instanceof Scalar scalar) {
            for (E candidate : allowed) {
                if (candidate.name().equals(scalar.text())) {
                    return candidate;
                }
            }
        }
        List<String> names = allowed.stream().map(Enum::name).toList();
        wrong(what, node, "one of " + String.join(", ", names));
        return null;
    }

    private void wrong(String what, Node node, String allowed) {
        problems.add(node.line(), what + " is " + node.describe() + ", but must be " + allowed);
    }
}
