package dev.frist.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.verdict.DecisionIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The clock, against a script in the place of the domain. */
final class CoreEngineTest {

    /** Writes down what it is asked, and wants to be woken at the instants it was given. */
    private static class Script implements CoreDoor {

        private final List<String> heard = new ArrayList<>();
        private final TreeSet<Long> wakeUps;

        Script(Collection<String> wakeUps) {
            this.wakeUps =
                    new TreeSet<>(wakeUps.stream().map(CoreEngineTest::millis).toList());
        }

        @Override
        public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
            heard.add("read " + event.eventId() + " of " + time(event.arrivedAt()) + " at " + time(now) + ", "
                    + policies.all().size() + " policies");
            List<Fact> facts = new ArrayList<>(before.facts());
            facts.add(new Fact(event.eventId(), event.occurredAt(), event.payload(), event.position(), now, null));
            return outcome(before, facts);
        }

        @Override
        public Outcome wake(OrderState before, PolicyBook policies, long now) {
            heard.add("wake at " + time(now));
            wakeUps.headSet(now, true).clear();
            return outcome(before, before.facts());
        }

        private Outcome outcome(OrderState before, List<Fact> facts) {
            long next = wakeUps.isEmpty() ? OrderState.NO_WAKE_UP : wakeUps.first();
            OrderState after =
                    new OrderState(before.orderId(), facts, Map.of(), 0, Set.of(), before.judgedUntil(), next);
            return new Outcome(after, List.of(), List.of(), false);
        }

        private static String time(long millis) {
            return Instant.ofEpochMilli(millis).toString().substring(5, 16);
        }
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static Scenario scenario(String rest, String... events) throws ScenarioException {
        StringBuilder text = new StringBuilder("name: n\n" + rest + "\nevents:\n");
        for (String event : events) {
            text.append("  - {").append(event).append("}\n");
        }
        return ScenarioReader.read("s.yaml", text + "until: 2026-03-10T00:00:00Z\nexpect: {}\n");
    }

    private static List<String> heard(List<String> wakeUps, Scenario scenario) {
        Script script = new Script(wakeUps);
        new CoreEngine(script).run(scenario);
        return script.heard;
    }

    @Test
    void whatArrivesAtAnInstantIsReadBeforeTheWakeUpsOfThatInstant() throws ScenarioException {
        assertThat(heard(
                        List.of("2026-03-02T00:00:00Z", "2026-03-03T12:00:00Z"),
                        scenario(
                                "policies: default",
                                "at: 2026-03-01T00:00:00Z, ReturnLost: {}",
                                "at: 2026-03-02T00:00:00Z, ReturnLost: {}")))
                .containsExactly(
                        "read e1 of 03-01T00:00 at 03-01T00:00, 1 policies",
                        "read e2 of 03-02T00:00 at 03-02T00:00, 1 policies",
                        "wake at 03-02T00:00",
                        "wake at 03-03T12:00");
    }

    @Test
    void theEndIsStillRunAndNothingAfterIt() throws ScenarioException {
        assertThat(heard(
                        List.of("2026-03-10T00:00:00Z", "2026-03-10T00:00:00.001Z"),
                        scenario("policies: []", "at: 2026-03-01T00:00:00Z, ReturnLost: {}")))
                .containsExactly("read e1 of 03-01T00:00 at 03-01T00:00, 0 policies", "wake at 03-10T00:00");
    }

    @Test
    void afterAnOutageWhatArrivedIsReadFirstThenWakeUpsFire() throws ScenarioException {
        assertThat(heard(
                        List.of("2026-03-02T00:00:00Z", "2026-03-03T12:00:00Z", "2026-03-05T00:00:00Z"),
                        scenario(
                                "outage: {from: 2026-03-02T00:00:00Z, to: 2026-03-05T00:00:00Z}",
                                "at: 2026-03-01T00:00:00Z, ReturnLost: {}",
                                "at: 2026-03-02T00:00:00Z, ReturnLost: {}",
                                "at: 2026-03-04T00:00:00Z, ReturnLost: {}",
                                "at: 2026-03-05T00:00:00Z, ReturnLost: {}")))
                .containsExactly(
                        "read e1 of 03-01T00:00 at 03-01T00:00, 1 policies",
                        "read e2 of 03-02T00:00 at 03-05T00:00, 1 policies",
                        "read e3 of 03-04T00:00 at 03-05T00:00, 1 policies",
                        "read e4 of 03-05T00:00 at 03-05T00:00, 1 policies",
                        "wake at 03-05T00:00");
    }

    @Test
    void aWakeUpThatIsDueAtOnceRunsAtTheSameInstantAfterAllThatArrived() throws ScenarioException {
        assertThat(heard(
                        List.of("2026-02-01T00:00:00Z"),
                        scenario(
                                "policies: []",
                                "at: 2026-03-01T00:00:00Z, ReturnLost: {}",
                                "at: 2026-03-01T00:00:00Z, ReturnLost: {}")))
                .containsExactly(
                        "read e1 of 03-01T00:00 at 03-01T00:00, 0 policies",
                        "read e2 of 03-01T00:00 at 03-01T00:00, 0 policies",
                        "wake at 03-01T00:00");
    }

    @Test
    void aPolicyIsKnownFromWhenItWasWritten() throws ScenarioException {
        assertThat(heard(
                        List.of(),
                        scenario(
                                "policies: [{}, {policyId: m, version: 2, scope: {merchantId: M9},"
                                        + " writtenAt: 2026-03-02T00:00:00Z, effectiveFrom: 2026-03-04T00:00:00Z}]",
                                "at: 2026-03-01T23:59:59.999Z, ReturnLost: {}",
                                "at: 2026-03-02T00:00:00Z, ReturnLost: {}")))
                .containsExactly(
                        "read e1 of 03-01T23:59 at 03-01T23:59, 1 policies",
                        "read e2 of 03-02T00:00 at 03-02T00:00, 2 policies");
    }

    @Test
    void aVersionThatTheGuardRefusesIsADeadLetterByTimeThenPosition() throws ScenarioException {
        Scenario scenario = scenario(
                "policies: [{}, {handlingWindow: P1D, writtenAt: 2026-03-02T00:00:00Z,"
                        + " effectiveFrom: 2026-03-04T00:00:00Z}]",
                "at: 2026-03-01T00:00:00Z, raw: AA==",
                "at: 2026-03-02T00:00:00Z, raw: AA==");

        Published published = new CoreEngine(new Script(List.of())).run(scenario);

        assertThat(published.deadLetters())
                .extracting(letter -> letter.eventId() + " " + letter.reason())
                .containsExactly("e1 UNDECODABLE", "se-default@2 POLICY_REJECTED", "e2 UNDECODABLE");
    }

    @Test
    void aDeadLetterNamesTheEventThatLaysThere() throws ScenarioException {
        CoreDoor refusing = new CoreDoor() {
            @Override
            public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
                return new Outcome(
                        before,
                        List.of(),
                        List.of(new DeadLetter(
                                DeadLetterReason.BAD_ID, "?", event.position(), event.original(), "wrong")),
                        false);
            }

            @Override
            public Outcome wake(OrderState before, PolicyBook policies, long now) {
                throw new AssertionError("nothing was kept");
            }
        };

        Published published = new CoreEngine(refusing)
                .run(scenario("policies: []", "at: 2026-03-01T00:00:00Z, eventId: 'not an id', ReturnLost: {}"));

        assertThat(published.on(PublishedTopic.DEAD_LETTERS))
                .containsExactly(Map.of("eventId", "not an id", "reason", "BAD_ID"));
    }

    @Test
    void aReceiptBeforeItsNoticeNamesTheFirstDecisionOfTheReturn() throws ScenarioException {
        List<String> notices = new ArrayList<>();
        Script script = new Script(List.of()) {
            @Override
            public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
                notices.add(((NoticeDelivered) event.payload()).noticeId());
                return super.receive(before, event, policies, now);
            }
        };

        new CoreEngine(script)
                .run(scenario("policies: []", "at: 2026-03-01T00:00:00Z, NoticeDelivered: {returnId: R7}"));

        assertThat(notices).containsExactly(DecisionIds.of("O1", "R7", 1).toString());
    }

    @Test
    void wakingUpForEverIsAnErrorAndNotAHang() throws ScenarioException {
        CoreDoor restless = new CoreDoor() {
            @Override
            public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
                Fact fact = new Fact(event.eventId(), now, event.payload(), event.position(), now, null);
                return new Outcome(
                        new OrderState("O1", List.of(fact), Map.of(), 0, Set.of(), 0, now),
                        List.of(),
                        List.of(),
                        false);
            }

            @Override
            public Outcome wake(OrderState before, PolicyBook policies, long now) {
                return new Outcome(before, List.of(), List.of(), false);
            }
        };
        Scenario scenario = scenario("policies: []", "at: 2026-03-01T00:00:00Z, ReturnLost: {}");

        assertThatThrownBy(() -> new CoreEngine(restless).run(scenario))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order O1 asks to be woken at 2026-03-01T00:00:00Z again and again");
    }
}
