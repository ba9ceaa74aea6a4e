package dev.frist.experiments.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.DeadLetterReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of the ten million; {@link FuzzCommand} runs the long one. */
class FuzzTest {

    @Test
    void aHundredThousandRecordsThatWereTamperedWithHarmNothingButThemselves() throws Exception {
        Counts counts = new Fuzz(1, 100_000, 2).run();

        assertThat(counts.findings()).isEmpty();
        assertThat(counts.found()).isZero();
        // What was tried has reached every wall, and went past all of them too.
        assertThat(counts.fates())
                .containsKeys("fact", "duplicate", "policy", "erasure", "(decisions)", "(wake-ups judged)");
        for (DeadLetterReason reason : List.of(
                DeadLetterReason.UNDECODABLE,
                DeadLetterReason.BAD_ID,
                DeadLetterReason.KEY_MISMATCH,
                DeadLetterReason.UNKNOWN_ENUM,
                DeadLetterReason.NEGATIVE_MONEY,
                DeadLetterReason.BAD_QUANTITY,
                DeadLetterReason.OCCURRED_IN_FUTURE,
                DeadLetterReason.NOT_ENTITLED,
                DeadLetterReason.EVENT_ID_REUSED,
                DeadLetterReason.ID_REUSED,
                DeadLetterReason.TOO_MANY_FACTS,
                DeadLetterReason.WRONG_CURRENCY,
                DeadLetterReason.UNKNOWN_LINE)) {
            assertThat(counts.of(reason.name())).as(reason.name()).isPositive();
        }
        assertThat(counts.of("(later) ORPHANED")).isPositive();
        assertThat(counts.of("(later) POLICY_REJECTED")).isPositive();
    }

    @Test
    void theSameSeedDoesTheSame() throws Exception {
        assertThat(new Fuzz(7, Fuzz.EPOCH, 1).run().fates())
                .isEqualTo(new Fuzz(7, Fuzz.EPOCH, 2).run().fates());
    }
}
