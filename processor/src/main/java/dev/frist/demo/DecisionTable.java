package dev.frist.demo;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.decision.Review;
import dev.frist.domain.policy.WindowPolicy;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decisions as rows of a table, about a hundred characters wide. */
final class DecisionTable {

    /** Too many to read along with; the progress line counts them. */
    private static final Set<DecisionType> NOT_SHOWN = Set.of(DecisionType.DEADLINE_APPROACHING);

    private final Paint paint;
    private final long start;

    /**
     * A table that shows times in seconds since a moment.
     *
     * @param start epoch millis
     */
    DecisionTable(Paint paint, long start) {
        this.paint = paint;
        this.start = start;
    }

    String header() {
        return paint.bold(format("seconds", "decision", "return", "merchant", "units", "SEK", "why", "invoice"));
    }

    /** A row, or null for a decision that is only counted. */
    @Nullable
    String row(Decision decision) {
        if (NOT_SHOWN.contains(decision.type())) {
            return null;
        }
        int units = decision.lines().stream().mapToInt(DecisionLine::quantity).sum();
        return style(decision)
                .apply(format(
                        seconds(decision.decidedAt()),
                        name(decision),
                        Tally.key(decision.orderId(), decision.returnId()),
                        decision.owner().merchantId(),
                        units == 0 ? "" : Integer.toString(units),
                        Money.kronor(decision.amount()),
                        why(decision),
                        invoice(decision)));
    }

    /** A row that says that a policy was written. */
    String note(WindowPolicy policy) {
        return paint.notable(paint.fit(String.format(
                Locale.ROOT,
                "%7s  policy %s written: the window is %s for returns registered from second %s on",
                "",
                policy.ref(),
                policy.handlingWindow(),
                seconds(policy.effectiveFrom()))));
    }

    private String format(String... cells) {
        return paint.fit(String.format(Locale.ROOT, "%7s  %-19s  %-8s  %-13s  %5s  %10s  %-24s  %s", (Object[]) cells)
                .stripTrailing());
    }

    private String seconds(long at) {
        return String.format(Locale.ROOT, "%.1f", (at - start) / 1000.0);
    }

    private static String name(Decision decision) {
        return decision.topic() == OutputTopic.DISPUTES ? "DISPUTE " + decision.type() : words(decision.type());
    }

    private String why(Decision decision) {
        if (decision.ground() != null) {
            return words(decision.ground()) + (decision.review() == Review.HUMAN_REQUIRED ? ", human" : "");
        }
        Long due = decision.deadline().due();
        return due == null ? "" : "due at " + seconds(due) + " s";
    }

    private static String invoice(Decision decision) {
        String payable = "payable " + Money.kronor(decision.invoice().payable());
        long held = decision.invoice().held();
        return held == 0 ? payable : "hold " + Money.kronor(held) + ", " + payable;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private UnaryOperator<String> style(Decision decision) {
        return switch (decision.topic()) {
            case DISPUTES -> decision.type() == DecisionType.WITHDRAWN ? paint::notable : paint::bad;
            case RESOLUTIONS -> decision.type() == DecisionType.RESOLVED ? paint::good : paint::notable;
            case NOTICES -> decision.type() == DecisionType.RETURN_OPENED ? paint::dim : paint::calm;
        };
    }
}
