package dev.frist.ops.metrics;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import io.micrometer.core.instrument.Counter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Decisions by type, ground, market and channel. Each counter is looked up without making anything. */
final class DecisionCounters {

    /** How many markets have series of their own. */
    static final int MARKETS = 30;
    /** How many channels have series of their own, where no setting names them. */
    static final int CHANNELS = 10;

    private static final int LONGEST_NAME = 64;
    /** The ground of a decision that has none. */
    static final String NO_GROUND = "none";

    private final Meters meters;
    private final BoundedValues markets = BoundedValues.first(MARKETS, Set.of(Locale.getISOCountries())::contains);
    private final BoundedValues channels;
    private final Map<String, Map<String, Map<DecisionType, Map<String, Counter>>>> counters =
            new ConcurrentHashMap<>();

    /**
     * Counts.
     *
     * @param channels those that have series of their own; empty for the first that are met
     */
    DecisionCounters(Meters meters, Collection<String> channels) {
        this.meters = meters;
        this.channels = channels.isEmpty()
                ? BoundedValues.first(CHANNELS, name -> !name.isBlank() && name.length() <= LONGEST_NAME)
                : BoundedValues.only(channels);
    }

    void count(Decision decision, String marketOfOrder) {
        String market = markets.of(marketOfOrder);
        String channel = channels.of(decision.owner().channel());
        String ground =
                decision.ground() == null ? NO_GROUND : decision.ground().name();
        Map<String, Counter> byGround = counters.computeIfAbsent(market, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(channel, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(decision.type(), key -> new ConcurrentHashMap<>());
        Counter counter = byGround.get(ground);
        if (counter == null) {
            counter = meters.counter(FristMeter.DECISIONS, decision.type().name(), ground, market, channel);
            byGround.put(ground, counter);
        }
        counter.increment();
    }
}
