package dev.frist.experiments.check;

import dev.frist.domain.fact.Fact;
import dev.frist.domain.order.OrderState;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares states of an order by what they say. */
final class StateDifference {

    private StateDifference() {}

    /** What differs first, in words; null where nothing does. */
    static @Nullable String of(OrderState expected, OrderState found) {
        String facts = facts(expected.facts(), found.facts());
        if (facts != null) {
            return facts;
        }
        String differing = differing("cases", expected.cases(), found.cases());
        differing = differing == null ? differing("sequence", expected.sequence(), found.sequence()) : differing;
        differing = differing == null
                ? differing("unmatchedTold", expected.unmatchedTold(), found.unmatchedTold())
                : differing;
        differing =
                differing == null ? differing("judgedUntil", expected.judgedUntil(), found.judgedUntil()) : differing;
        return differing == null ? differing("wakeAt", expected.wakeAt(), found.wakeAt()) : differing;
    }

    private static @Nullable String differing(String what, Object expected, Object found) {
        return expected.equals(found) ? null : what + " should be " + expected + " and are " + found;
    }

    private static @Nullable String facts(List<Fact> expected, List<Fact> found) {
        if (expected.size() != found.size()) {
            return "facts should be " + ids(expected) + " and are " + ids(found);
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!isSame(expected.get(i), found.get(i))) {
                return "fact " + i + " should be " + said(expected.get(i)) + " and is " + said(found.get(i));
            }
        }
        return null;
    }

    private static boolean isSame(Fact a, Fact b) {
        return a.eventId().equals(b.eventId())
                && a.occurredAt() == b.occurredAt()
                && a.payload().equals(b.payload())
                && a.position().equals(b.position())
                && a.arrivedAt() == b.arrivedAt()
                && (a.original() == null) == (b.original() == null)
                && (a.original() == null || Arrays.equals(a.original(), Objects.requireNonNull(b.original())));
    }

    private static List<String> ids(List<Fact> facts) {
        return facts.stream().map(StateDifference::said).toList();
    }

    private static String said(Fact fact) {
        return fact.payload().getClass().getSimpleName() + " " + fact.eventId() + "@"
                + fact.position().offset() + (fact.original() == null ? "" : " with its bytes");
    }
}
