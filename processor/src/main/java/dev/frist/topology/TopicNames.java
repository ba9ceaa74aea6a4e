package dev.frist.topology;

import dev.frist.domain.decision.OutputTopic;
import dev.frist.schema.Contracts;
import java.util.List;

/** The names of the eight topics, under the prefix of an installation (may be empty). */
public record TopicNames(String prefix) {

    /** {@code orders}. */
    public String orders() {
        return prefix + Contracts.ORDERS;
    }

    /** {@code returns}. */
    public String returns() {
        return prefix + Contracts.RETURNS;
    }

    /** {@code invoice-corrections}. */
    public String invoiceCorrections() {
        return prefix + Contracts.INVOICE_CORRECTIONS;
    }

    /** {@code window-policies}. */
    public String windowPolicies() {
        return prefix + Contracts.WINDOW_POLICIES;
    }

    /** {@code disputes}. */
    public String disputes() {
        return prefix + Contracts.DISPUTES;
    }

    /** {@code resolutions}. */
    public String resolutions() {
        return prefix + Contracts.RESOLUTIONS;
    }

    /** {@code notices}. */
    public String notices() {
        return prefix + Contracts.NOTICES;
    }

    /** {@code dead-letters}. */
    public String deadLetters() {
        return prefix + Contracts.DEAD_LETTERS;
    }

    /** The three event topics: what must have been read before a deadline is judged. */
    public List<String> events() {
        return List.of(orders(), returns(), invoiceCorrections());
    }

    /** The topic that decisions of that kind are published to. */
    public String of(OutputTopic output) {
        return switch (output) {
            case DISPUTES -> disputes();
            case RESOLUTIONS -> resolutions();
            case NOTICES -> notices();
        };
    }
}
