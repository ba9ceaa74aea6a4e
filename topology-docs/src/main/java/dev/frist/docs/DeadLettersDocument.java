package dev.frist.docs;

import static dev.frist.docs.Markdown.code;

import dev.frist.domain.decision.DeadLetterAdvice;
import dev.frist.domain.decision.DeadLetterReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why records are refused, and what to do about it. */
final class DeadLettersDocument {

    private DeadLettersDocument() {}

    /**
     * Makes the document.
     *
     * @throws IOException where a scenario does not show its reason
     */
    static Document make(Repository repository) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (DeadLetterReason reason : DeadLetterReason.values()) {
            DeadLetterAdvice advice = DeadLetterAdvice.of(reason);
            String scenario = scenario(reason);
            if (scenario != null) {
                requireShown(reason, CaseHistory.of(scenario, repository));
            }
            rows.add(List.of(
                    code(reason.name()),
                    Markdown.spans(advice.meaning()),
                    Markdown.spans(advice.remedy()),
                    advice.redrivable() ? "yes" : "fixed only",
                    scenario == null ? "" : Repository.linkToScenario(scenario)));
        }
        return Markdown.titled("Dead letters")
                .paragraph(
                        "A record that is no fact goes to `dead-letters`: key, value and headers byte for byte as they"
                                + " came, and what was wrong in headers beside them. It leaves nothing behind: fixed, it may come"
                                + " again under its own `eventId`. The value has no contract; what could not be decoded once needs"
                                + " no decoder ([why](../decisions/0005-dead-letters-are-bytes.md)).")
                .heading(2, "Reasons")
                .paragraph(
                        "The first that applies, in this order. *Redrive* says whether the same bytes can become a fact"
                                + " once the cause is gone, or only after the sender has fixed them.")
                .table(List.of("Reason", "It means", "What the sender should do", "Redrive", "Shown by"), rows)
                .heading(2, "Headers")
                .paragraph("UTF-8 text. Those that begin with `__streams` are Kafka Streams' own, so that tools for its"
                        + " dead letter queues read them.")
                .table(
                        List.of("Header", "It says"),
                        DeadLetterHeader.ALL.stream()
                                .map(header -> List.of(code(header.name()), Markdown.spans(header.meaning())))
                                .toList())
                .as("dead-letters.md");
    }

    private static void requireShown(DeadLetterReason reason, CaseHistory history) throws IOException {
        if (history.published().deadLetters().stream().noneMatch(letter -> letter.reason() == reason)) {
            throw new IOException(history.name() + " has no dead letter " + reason + "; of "
                    + Arrays.toString(DeadLetterReason.values()));
        }
    }

    private static @Nullable String scenario(DeadLetterReason reason) {
        return switch (reason) {
            case UNDECODABLE -> "dead-letters/undecodable";
            case BAD_ID -> "dead-letters/bad-id";
            case KEY_MISMATCH -> "dead-letters/key-mismatch";
            case UNKNOWN_ENUM -> "dead-letters/unknown-enum";
            case NEGATIVE_MONEY -> "dead-letters/negative-money";
            case BAD_QUANTITY -> "dead-letters/bad-quantity";
            case OCCURRED_IN_FUTURE -> "dead-letters/occurred-in-future";
            case NOT_ENTITLED -> "dead-letters/not-entitled";
            case EVENT_ID_REUSED -> "dead-letters/event-id-reused";
            case ID_REUSED -> "dead-letters/id-reused";
            case TOO_MANY_FACTS -> "dead-letters/too-many-facts";
            case WRONG_CURRENCY -> "dead-letters/wrong-currency";
            case UNKNOWN_LINE -> "dead-letters/unknown-line";
            case ORPHANED -> "dead-letters/orphaned-after-the-hold";
            case CLAIM_EXCEEDS_ORDER -> "dead-letters/claim-exceeds-order";
            case POLICY_REJECTED -> "policy/guard-shortening-without-approval";
            // A defect: no record leads to it on purpose.
            case UNPROCESSABLE -> null;
        };
    }
}
