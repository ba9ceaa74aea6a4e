package dev.frist.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrafficTest {

    static Stream<DemoPlan> plans() {
        return Stream.of(DemoPlan.standard(), DemoPlan.brief());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aSeedGivesTheSameTrafficEveryTime(DemoPlan plan) {
        assertThat(Traffic.draw(plan)).isEqualTo(Traffic.draw(plan));
    }

    @Test
    void hundredsOfOrdersOfSeveralMerchants() {
        List<OrderPlaced> orders = distinct(DemoPlan.standard(), OrderPlaced.class).values().stream()
                .map(event -> (OrderPlaced) event.payload())
                .toList();

        assertThat(orders).hasSizeGreaterThan(200);
        assertThat(orders.stream().map(OrderPlaced::merchantId).distinct()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(orders.stream().map(order -> order.channel().name()).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void aMinuteIsEnough() {
        Traffic traffic = Traffic.draw(DemoPlan.standard());

        assertThat(traffic.end()).isLessThan(45_000);
        assertThat(traffic.lastDeadline()).isLessThan(45_000);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyKindOfStoryHappens(DemoPlan plan) {
        Traffic traffic = Traffic.draw(plan);

        assertThat(traffic.events().stream()
                        .map(event -> event.payload().getClass().getSimpleName())
                        .distinct())
                .contains(
                        "OrderPlaced",
                        "OrderDelivered",
                        "ReturnRegistered",
                        "ReturnReceived",
                        "ReturnCancelled",
                        "ReturnRefused",
                        "RefusalAnswered",
                        "SettlementProposed",
                        "SettlementAccepted",
                        "CreditNoteIssued");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void someReturnsArriveBeforeTheirOrdersAndSomeCorrectionsBeforeTheirReturns(DemoPlan plan) {
        assertThat(earlier(plan, ReturnRegistered.class, OrderPlaced.class)).isPositive();
        assertThat(earlier(plan, CreditNoteIssued.class, ReturnRegistered.class))
                .isPositive();
        assertThat(earlier(plan, RefusalAnswered.class, ReturnRefused.class)).isZero();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void returnsAreRegisteredBeforeAndAfterTheShortening(DemoPlan plan) {
        Map<Boolean, Long> before = distinct(plan, ReturnRegistered.class).values().stream()
                .collect(Collectors.partitioningBy(event -> event.occurs() < plan.shortenAt(), Collectors.counting()));

        assertThat(before.get(true)).isGreaterThan(10);
        assertThat(before.get(false)).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void refusalsBringEvidence(DemoPlan plan) {
        assertThat(distinct(plan, ReturnRefused.class).values())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(((ReturnRefused) event.payload()).evidenceRefs())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void nothingArrivesBeforeItOccurs(DemoPlan plan) {
        assertThat(Traffic.draw(plan).events())
                .allSatisfy(event -> assertThat(event.arrives()).isGreaterThanOrEqualTo(event.occurs()))
                .allSatisfy(event -> assertThat(event.occurs()).isNotNegative());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void anEventIdStandsForOneEventEvenWhereItIsSentTwice(DemoPlan plan) {
        List<TrafficEvent> events = Traffic.draw(plan).events();
        Map<String, TrafficEvent> byId = new HashMap<>();
        for (TrafficEvent event : events) {
            TrafficEvent first = byId.putIfAbsent(event.eventId(), event);
            if (first != null) {
                assertThat(event.payload()).isEqualTo(first.payload());
                assertThat(event.occurs()).isEqualTo(first.occurs());
            }
        }
        assertThat(byId).hasSizeLessThan(events.size());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void goodsAreDeliveredAfterTheyWereOrdered(DemoPlan plan) {
        assertThat(earlier(plan, OrderDelivered.class, OrderPlaced.class)).isZero();
    }

    private static long earlier(DemoPlan plan, Class<? extends Payload> one, Class<? extends Payload> other) {
        Map<String, TrafficEvent> others = distinct(plan, other);
        BiPredicate<TrafficEvent, TrafficEvent> before = (a, b) -> a.arrives() < b.arrives();
        return distinct(plan, one).values().stream()
                .filter(event -> others.containsKey(event.orderId()))
                .filter(event -> before.test(event, others.get(event.orderId())))
                .count();
    }

    private static Map<String, TrafficEvent> distinct(DemoPlan plan, Class<? extends Payload> payload) {
        return Traffic.draw(plan).events().stream()
                .filter(event -> payload.isInstance(event.payload()))
                .collect(Collectors.toMap(TrafficEvent::orderId, event -> event, (first, again) -> first));
    }
}
