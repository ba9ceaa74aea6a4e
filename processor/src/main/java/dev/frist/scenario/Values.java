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
        return wrong(what, node, "text");
    }

    @Nullable
    Long number(String what, Node node) {
        if (node instanceof Scalar scalar && scalar.kind() == ScalarKind.INTEGER) {
            try {
                return Long.valueOf(scalar.text().replace("_", ""));
            } catch (NumberFormatException tooLong) {
                return wrong(what, node, "a whole number of at most 64 bits");
            }
        }
        return wrong(what, node, "a whole number, without quotes");
    }

    @Nullable
    Integer smallNumber(String what, Node node) {
        Long number = number(what, node);
        if (number != null && number.intValue() != number) {
            return wrong(what, node, "a whole number of at most 32 bits");
        }
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    @Nullable
    Boolean flag(String what, Node node) {
        if (node instanceof Scalar scalar && scalar.kind() == ScalarKind.FLAG) {
            return Boolean.valueOf(scalar.text());
        }
        return wrong(what, node, "true or false");
    }

    @Nullable
    Instant instant(String what, Node node) {
        Instant instant = node instanceof Scalar scalar ? instantOrNull(scalar.text()) : null;
        return instant != null
                ? instant
                : wrong(what, node, "an instant with its offset, such as 2026-03-02T09:00:00+01:00");
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
        if (node instanceof Scalar scalar) {
            try {
                return Window.parse(scalar.text());
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException wrong) {
                return wrong(what, node, "an ISO 8601 length of time, date-based (P21D) or time-based (PT15S)");
            }
        }
        return wrong(what, node, "an ISO 8601 length of time, date-based (P21D) or time-based (PT15S)");
    }

    @Nullable
    ZoneId zone(String what, Node node) {
        try {
            return node instanceof Scalar scalar
                    ? ZoneId.of(scalar.text())
                    : wrong(what, node, "a time zone, such as Europe/Stockholm");
        } catch (DateTimeException unknown) {
            return wrong(what, node, "a time zone, such as Europe/Stockholm");
        }
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
        return wrong(what, node, "one of " + String.join(", ", names));
    }

    private <T> @Nullable T wrong(String what, Node node, String allowed) {
        problems.add(node.line(), what + " is " + node.describe() + ", but must be " + allowed);
        return null;
    }
}
