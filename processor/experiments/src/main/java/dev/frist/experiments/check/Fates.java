package dev.frist.experiments.check;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.Position;
import dev.frist.domain.ledger.Timeline;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.experiments.record.RunSettings;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.state.OrderCodec;
import dev.frist.state.StoredOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * N8: every input record ends as a fact, a duplicate, parked, or a dead letter that it deserves. Records that changed
 * nothing leave no trace in the states. But within a partition records are taken in by offset, so such a record met one of
 * the states between those of its neighbours; and in one of these the core must say of it what became of it.
 */
final class Fates {

    private final Engine engine;
    private final RunSettings settings;
    private final Outputs outputs;
    private final Findings findings;
    private final OrderCodec codec = new OrderCodec();
    private final Map<Position, List<DeadLetterReason>> expected = new HashMap<>();
    private final Map<String, Long> tally;

    Fates(Engine engine, RunSettings settings, Outputs outputs, Findings findings, Map<String, Long> tally) {
        this.engine = engine;
        this.settings = settings;
        this.outputs = outputs;
        this.findings = findings;
        this.tally = tally;
    }

    /** The dead letters that should be there, by the place of the refused record. */
    Map<Position, List<DeadLetterReason>> expected() {
        return expected;
    }

    /** A record that cannot be decoded, or whose key can be no order's. */
    void ofNoOrder(Taken taken) {
        Event event = taken.event();
        if (event == null) {
            expect(taken.position(), DeadLetterReason.UNDECODABLE);
            return;
        }
        String key = Objects.requireNonNullElse(event.key(), "");
        Outcome outcome = engine.receive(OrderState.unknown(key), event, PolicyBook.EMPTY, event.arrivedAt());
        if (outcome.deadLetters().isEmpty()) {
            findings.add(Kind.INPUT_UNACCOUNTED, key, "its key can be no order's", taken.position());
        }
        outcome.deadLetters().forEach(letter -> expect(letter.position(), letter.reason()));
    }

    /** The records of an order. */
    void of(OrderTrace trace) {
        Map<Position, Integer> facts = new HashMap<>();
        for (int i = 0; i < trace.steps().size(); i++) {
            Step step = trace.steps().get(i);
            if (step.event() != null) {
                facts.put(step.event().position(), i);
            }
            step.outcome().deadLetters().forEach(letter -> expect(letter.position(), letter.reason()));
        }
        Set<Position> parked = new HashSet<>();
        Timeline.of(trace.last().facts()).parked().stream().map(Fact::position).forEach(parked::add);
        for (Taken taken : trace.inputs()) {
            if (parked.contains(taken.position())) {
                count("of them parked in the end");
            }
            if (facts.containsKey(taken.position())) {
                count("became facts");
            } else {
                changedNothing(trace, taken, facts);
            }
        }
    }

    private void changedNothing(OrderTrace trace, Taken taken, Map<Position, Integer> facts) {
        Event event = Objects.requireNonNull(taken.event());
        int first = 0;
        int last = trace.steps().size();
        for (Map.Entry<Position, Integer> fact : facts.entrySet()) {
            if (partition(fact.getKey()).equals(partition(taken.position()))) {
                if (fact.getKey().offset() < taken.position().offset()) {
                    first = Math.max(first, fact.getValue() + 1);
                } else {
                    last = Math.min(last, fact.getValue());
                }
            }
        }
        List<Refused> letters = outputs.refused(taken.position());
        List<DeadLetter> deserved = new ArrayList<>();
        boolean isNews = false;
        for (int steps = first; steps <= last; steps++) {
            OrderState met = trace.state(steps);
            Outcome outcome = engine.receive(met, event, PolicyBook.EMPTY, event.arrivedAt());
            DeadLetter refusal = refusal(outcome, event);
            if (refusal != null) {
                if (letters.stream().anyMatch(letter -> isSame(letter, refusal))) {
                    expect(taken.position(), refusal.reason());
                    return;
                }
                deserved.add(refusal);
            } else if (outcome.duplicate()) {
                if (letters.isEmpty()) {
                    count("duplicates");
                    return;
                }
            } else if (outcome.decisions().isEmpty() && StateDifference.of(met, outcome.after()) == null) {
                count("found nothing to erase");
                return;
            } else {
                isNews = true;
            }
        }
        if (!letters.isEmpty()) {
            findings.add(
                    Kind.DEAD_LETTER_UNDESERVED,
                    trace.orderId(),
                    event.eventId() + " is a dead letter " + letters.get(0).reason() + " ("
                            + letters.get(0).record().header(DeadLetterHeaders.MESSAGE) + "); the core says "
                            + (deserved.isEmpty()
                                    ? "it is none"
                                    : deserved.get(0).reason() + " ("
                                            + deserved.get(0).detail() + ")"),
                    taken.position(),
                    letters.get(0).record().position());
            letters.forEach(letter -> expect(taken.position(), letter.reason()));
        } else {
            findings.add(
                    Kind.INPUT_UNACCOUNTED,
                    trace.orderId(),
                    event.eventId()
                            + (isNews
                                    ? " is news to its order, and no fact"
                                    : " is to be a dead letter "
                                            + deserved.stream()
                                                    .map(DeadLetter::reason)
                                                    .distinct()
                                                    .toList()),
                    taken.position());
        }
    }

    /** What the core, or the limit of a state's size, says against a record; null where nothing. */
    private @Nullable DeadLetter refusal(Outcome outcome, Event event) {
        for (DeadLetter letter : outcome.deadLetters()) {
            if (letter.position().equals(event.position()) && letter.reason() != DeadLetterReason.CLAIM_EXCEEDS_ORDER) {
                return letter;
            }
        }
        if (outcome.duplicate()) {
            return null;
        }
        int size = codec.encode(new StoredOrder(outcome.after(), outcome.after().wakeAt(), 0, Set.of())).length;
        return size <= settings.largestState()
                ? null
                : new DeadLetter(
                        DeadLetterReason.TOO_MANY_FACTS, event.eventId(), event.position(), event.original(), "");
    }

    private static boolean isSame(Refused letter, DeadLetter refusal) {
        return letter.reason() == refusal.reason()
                && refusal.eventId().equals(letter.record().header(DeadLetterHeaders.EVENT_ID))
                && (refusal.detail().isEmpty()
                        || refusal.detail().equals(letter.record().header(DeadLetterHeaders.MESSAGE)));
    }

    private static TopicPartition partition(Position position) {
        return new TopicPartition(position.topic(), position.partition());
    }

    void expect(Position position, DeadLetterReason reason) {
        expected.computeIfAbsent(position, at -> new ArrayList<>()).add(reason);
    }

    private void count(String word) {
        tally.merge(word, 1L, Long::sum);
    }
}
