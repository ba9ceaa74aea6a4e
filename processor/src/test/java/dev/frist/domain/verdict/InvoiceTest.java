package dev.frist.domain.verdict;

import static dev.frist.domain.Facts.DAY;
import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.accepted;
import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.orderCancelled;
import static dev.frist.domain.Facts.proposed;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.Story;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.InvoiceAction;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.fact.CorrectionReason;
import org.junit.jupiter.api.Test;

/** {@code payable = captured − credited − (agreed, as far as it is not credited yet) − held}, never below 0. */
final class InvoiceTest {

    private static Story order1000() {
        return Story.of(order(line("L1", 2, 600), line("L2", 1, 400)));
    }

    private static InvoiceBlock block(
            long captured, long credited, long agreed, long held, long payable, InvoiceAction action) {
        return new InvoiceBlock(captured, credited, agreed, held, payable, action);
    }

    @Test
    void whatIsOutstandingIsHeldAndTheRestIsPayable() {
        Story story = order1000().receive(registered("R1", units("L1", 1)));

        assertThat(story.last().invoice()).isEqualTo(block(1_000, 0, 0, 300, 700, InvoiceAction.HOLD_PART));
    }

    @Test
    void whatIsCreditedIsNeitherHeldNorPayable() {
        Story story = order1000().receive(registered("R1", units("L1", 1))).receive(note("K1", credit("L1", 1, 300)));

        assertThat(story.last().type()).isEqualTo(DecisionType.RESOLVED);
        assertThat(story.last().invoice()).isEqualTo(block(1_000, 300, 0, 0, 700, InvoiceAction.RESUME));
    }

    @Test
    void anInvoiceOfWhichNothingIsPayableIsClosed() {
        Story story = order1000()
                .receive(registered("R1", units("L1", 2), units("L2", 1)))
                .receive(note("K1", credit("L1", 2, 600), credit("L2", 1, 400)));

        assertThat(story.last().invoice()).isEqualTo(block(1_000, 1_000, 0, 0, 0, InvoiceAction.CLOSE));
    }

    @Test
    void aReversedCorrectionCreditsNothing() {
        Story story = order1000()
                .receive(registered("R1", units("L1", 1)))
                .receive(note("K1", credit("L1", 1, 300)))
                .receive(reversed("K2", "K1"));

        assertThat(story.last().invoice()).isEqualTo(block(1_000, 0, 0, 300, 700, InvoiceAction.HOLD_PART));
    }

    @Test
    void whatIsAgreedCountsAsFarAsItIsNotCreditedYet() {
        Story story = order1000()
                .receive(registered("R1", units("L1", 1)))
                .receive(proposed("R1", "P1", 250))
                .receive(accepted("R1", "P1"));
        assertThat(story.last().invoice()).isEqualTo(block(1_000, 0, 250, 0, 750, InvoiceAction.RESUME));

        story.receive(amount("K1", "R1", 100)).receive(registered("R2", units("L2", 1)));
        assertThat(story.last().invoice()).isEqualTo(block(1_000, 100, 250, 400, 350, InvoiceAction.HOLD_PART));

        story.receive(amount("K2", "R1", 200)).receive(cancelled("R2"));
        assertThat(story.last().invoice()).isEqualTo(block(1_000, 300, 250, 0, 700, InvoiceAction.RESUME));
    }

    @Test
    void creditAllocatedToNoReturnCountsTowardsWhatIsAgreed() {
        Story story = order1000()
                .receive(note("K1", credit("L2", 1, 120)))
                .receive(registered("R1", units("L1", 1)))
                .receive(proposed("R1", "P1", 250))
                .receive(accepted("R1", "P1"));

        assertThat(story.last().invoice()).isEqualTo(block(1_000, 120, 250, 0, 750, InvoiceAction.RESUME));
    }

    @Test
    void unitsTakenOffTheOrderAreAgreedAndCreditForThemIsNotCountedTwice() {
        Story story = order1000().receive(orderCancelled(units("L2", 1))).receive(registered("R1", units("L1", 1)));
        assertThat(story.last().invoice()).isEqualTo(block(1_000, 0, 400, 300, 300, InvoiceAction.HOLD_PART));

        story.receive(note("K1", credit("L2", 1, 400))).receive(cancelled("R1"));
        assertThat(story.last().invoice()).isEqualTo(block(1_000, 400, 400, 0, 600, InvoiceAction.RESUME));
    }

    @Test
    void aLowerPriceOfOtherLinesIsNoCreditForUnitsTakenOffTheOrder() {
        Story story = order1000()
                .receive(orderCancelled(units("L2", 1)))
                .receive(note("K1", null, 0, CorrectionReason.PRICE_ADJUSTMENT, credit("L1", 1, 120)))
                .receive(registered("R1", units("L1", 1)));

        assertThat(story.last().invoice()).isEqualTo(block(1_000, 120, 400, 300, 180, InvoiceAction.HOLD_PART));
    }

    @Test
    void payableIsNeverBelowZero() {
        Story story = order1000().receive(registered("R1", units("L1", 1))).receive(amount("K1", "R1", 5_000));

        assertThat(story.last().invoice()).isEqualTo(block(1_000, 5_000, 0, 0, 0, InvoiceAction.CLOSE));
    }

    @Test
    void aDisputeHoldsWhatItIsOver() {
        Story story = order1000().receive(registered("R1", units("L2", 1))).runUntil(START + 40 * DAY);

        assertThat(story.last().type()).isEqualTo(DecisionType.OPENED);
        assertThat(story.last().invoice()).isEqualTo(block(1_000, 0, 0, 400, 600, InvoiceAction.HOLD_PART));
        assertThat(story.last().amount()).isEqualTo(400);
    }
}
