package dev.frist.experiments.variants;

import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.topology.CaseEngine;
import dev.frist.topology.TopologyParts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Processes at least once, and takes a record that it has seen before for news: what it leads to is published as if nothing
 * had been. As long as nothing fails nobody notices. After a crash everything since the last commit is read again.
 */
public final class WithoutIdempotence implements Variant {

    private WithoutIdempotence() {}

    @Override
    public Map<String, String> settings() {
        return Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    }

    @Override
    public TopologyParts changed(TopologyParts parts) {
        CaseEngine honest = parts.engine();
        return parts.withEngine(new CaseEngine() {
            @Override
            public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
                return honest.receive(isKnown(before, event) ? asIfNew(before, event) : before, event, policies, now);
            }

            @Override
            public Outcome wake(OrderState before, PolicyBook policies, long now) {
                return honest.wake(before, policies, now);
            }
        });
    }

    private static boolean isKnown(OrderState state, Event event) {
        return state.facts().stream().anyMatch(fact -> fact.eventId().equals(event.eventId()));
    }

    /** The order without the record, and without memory of what was published. */
    private static OrderState asIfNew(OrderState state, Event event) {
        List<Fact> others = state.facts().stream()
                .filter(fact -> !fact.eventId().equals(event.eventId()))
                .toList();
        return new OrderState(state.orderId(), others, Map.of(), 0, Set.of(), Long.MIN_VALUE, state.wakeAt());
    }

    /** Takes {@code run} and its options. */
    public static void main(String[] args) {
        VariantProgram.run(args, new WithoutIdempotence());
    }
}
