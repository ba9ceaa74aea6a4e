package dev.frist.demo;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decisions as rows of a table, about a hundred characters wide. */
final class DecisionTable {

    /** Too many to read along with; the progress line counts them. */
    private static final Set<String> NOT_SHOWN = Set.of("DEADLINE_APPROACHING");

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
    String row(DecisionView decision) {
        if (NOT_SHOWN.contains(decision.type())) {
            return null;
        }
        return style(decision)
                .apply(format(
                        seconds(decision.decidedAt()),
                        name(decision),
                        decision.orderId() + "/" + (decision.returnId() == null ? "-" : decision.returnId()),
                        decision.merchantId(),
                        decision.units() == 0 ? "" : Integer.toString(decision.units()),
                        Money.kronor(decision.amount()),
                        why(decision),
                        invoice(decision)));
    }

    private static String format(String... cells) {
        return String.format(Locale.ROOT, "%7s  %-19s  %-8s  %-13s  %5s  %10s  %-24s  %s", (Object[]) cells)
                .stripTrailing();
    }

    private String seconds(long at) {
        return String.format(Locale.ROOT, "%.1f", (at - start) / 1000.0);
    }

    private static String name(DecisionView decision) {
        return decision.topic() == DecisionView.Topic.DISPUTES ? "DISPUTE " + decision.type() : words(decision.type());
    }

    private String why(DecisionView decision) {
        if (decision.ground() != null) {
            return words(decision.ground()) + (decision.humanReview() ? ", human" : "");
        }
        Long due = decision.due();
        return due == null ? "" : "due at " + seconds(due) + " s";
    }

    private static String invoice(DecisionView decision) {
        String payable = "payable " + Money.kronor(decision.payable());
        return decision.held() == 0 ? payable : "hold " + Money.kronor(decision.held()) + ", " + payable;
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private UnaryOperator<String> style(DecisionView decision) {
        return switch (decision.topic()) {
            case DISPUTES -> decision.type().equals("WITHDRAWN") ? paint::notable : paint::bad;
            case RESOLUTIONS -> decision.type().equals("RESOLVED") ? paint::good : paint::notable;
            case NOTICES -> decision.type().equals("RETURN_OPENED") ? paint::dim : paint::calm;
        };
    }
}
