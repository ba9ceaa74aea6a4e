package dev.frist.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaiveRuleTest {

    private static final DemoPlan PLAN = DemoPlan.standard();
    private static final long EARLY = 1_000;
    private static final long LATE = PLAN.shortenAt() + 1_000;
    private static final long UNIT = 10_000;

    private final OrderScript order = script(EARLY);

    @Test
    void aMerchantWhoCreditsAtOnceIsLeftAlone() {
        order.order();
        order.register(ReturnKind.WITHDRAWAL);
        order.credit(order.registered() + 1_000, order.claim(), 0);

        assertThat(underShortenedWindow(order)).isEmpty();
    }

    @Test
    void silenceIsDisputedForTheWholeInvoice() {
        order.order();
        order.register(ReturnKind.WITHDRAWAL);

        assertThat(underShortenedWindow(order)).singleElement().satisfies(dispute -> {
            assertThat(dispute.key()).isEqualTo("O1/R1");
            assertThat(dispute.claimed()).isEqualTo(2 * UNIT);
            assertThat(dispute.credited()).isZero();
            assertThat(dispute.paused()).isEqualTo(3 * UNIT + 500);
        });
    }

    @Test
    void theShorterWindowReachesReturnsThatAreOpen() {
        order.order();
        order.register(ReturnKind.WITHDRAWAL);
        order.credit(order.registered() + PLAN.handlingWindow() - 1_000, order.claim(), 0);

        assertThat(underShortenedWindow(order))
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.at()).isEqualTo(PLAN.shortenAt()));
        assertThat(underPinnedWindow(order)).isEmpty();
    }

    @Test
    void aReturnAfterTheShorteningHasTheShorterWindow() {
        OrderScript late = script(LATE);
        late.order();
        late.register(ReturnKind.WITHDRAWAL);

        long due = late.registered() + PLAN.shortenedWindow();
        assertThat(underShortenedWindow(late))
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.at()).isEqualTo(due));
        assertThat(underPinnedWindow(late))
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.at()).isEqualTo(due));
    }

    @Test
    void aCorrectionThatMatchesWhatCameBackLooksLikeABreach() {
        order.order();
        order.register(ReturnKind.WITHDRAWAL);
        order.happens(order.registered() + 500, new ReturnCancelled("R1", Party.CONSUMER, order.one()));
        order.credit(order.registered() + 1_000, order.allButOne(), 0);

        assertThat(underPinnedWindow(order)).singleElement().satisfies(dispute -> {
            assertThat(dispute.claimed()).isEqualTo(2 * UNIT);
            assertThat(dispute.credited()).isEqualTo(UNIT);
        });
    }

    @Test
    void aFeeThatThePolicyAllowsLooksLikeABreach() {
        order.order();
        order.register(ReturnKind.WITHDRAWAL);
        order.credit(order.registered() + 1_000, order.claim(), 4_900);

        assertThat(underPinnedWindow(order)).hasSize(1);
    }

    @Test
    void aReturnCancelledAsAWholeIsLetGo() {
        order.order();
        order.register(ReturnKind.WITHDRAWAL);
        order.happens(order.registered() + 500, new ReturnCancelled("R1", Party.CONSUMER, null));

        assertThat(underShortenedWindow(order)).isEmpty();
    }

    @Test
    void aCreditBeforeTheReturnCounts() {
        order.order();
        order.credit(order.registered() - 100, order.claim(), 0);
        order.register(ReturnKind.WITHDRAWAL);

        assertThat(underShortenedWindow(order)).isEmpty();
    }

    @Test
    void anEventThatIsSentTwiceCountsOnce() {
        order.order();
        order.register(ReturnKind.WITHDRAWAL);
        order.credit(order.registered() + 500, order.one(), 0);
        List<TrafficEvent> twice = new ArrayList<>(order.events());
        twice.addAll(order.events());

        assertThat(NaiveRule.underPinnedWindow(PLAN).judge(twice))
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.credited()).isEqualTo(UNIT));
    }

    @Test
    void anOrderWithoutAReturnIsNoCase() {
        order.order();

        assertThat(underShortenedWindow(order)).isEmpty();
    }

    private static List<NaiveRule.Dispute> underShortenedWindow(OrderScript order) {
        return NaiveRule.underShortenedWindow(PLAN).judge(order.events());
    }

    private static List<NaiveRule.Dispute> underPinnedWindow(OrderScript order) {
        return NaiveRule.underPinnedWindow(PLAN).judge(order.events());
    }

    private static OrderScript script(long placed) {
        Merchant merchant = new Merchant("m", new Channel("DIRECT", "merchant"), List.of(), Map.of(Story.SILENT, 1));
        List<BasketLine> basket = List.of(
                new BasketLine("L1", "cup", LineType.PHYSICAL, 3, 3 * UNIT),
                new BasketLine("L2", "shipping", LineType.SHIPPING_FEE, 1, 500));
        return new OrderScript(PLAN, new Random(1), "O1", merchant, basket, List.of(new LineQuantity("L1", 2)), placed);
    }
}
