package dev.frist.ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Registers what {@link FristMeter} defines, and nothing else: tags that are not defined are an error. */
final class Meters {

    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A counter for the values of the meter's tags, in their order; it exists from now on, at 0. */
    Counter counter(FristMeter meter, String... values) {
        return Counter.builder(meter.meterName())
                .description(meter.description())
                .tags(tags(meter, values))
                .register(registry);
    }

    /** Counters for all values of the meter's only tag. */
    Map<String, Counter> counters(FristMeter meter) {
        return meter.tags().get(0).values().stream()
                .collect(Collectors.toUnmodifiableMap(value -> value, value -> counter(meter, value)));
    }

    /** A counter that somebody else keeps. */
    void counter(FristMeter meter, LongSupplier count) {
        FunctionCounter.builder(meter.meterName(), count, LongSupplier::getAsLong)
                .description(meter.description())
                .register(registry);
    }

    /** A gauge, asked at each scrape. */
    Meter gauge(FristMeter meter, DoubleSupplier value, String... values) {
        return Gauge.builder(meter.meterName(), value, DoubleSupplier::getAsDouble)
                .description(meter.description())
                .baseUnit(meter.baseUnit())
                .tags(tags(meter, values))
                .strongReference(true)
                .register(registry);
    }

    /** A gauge whose values of tags come and go. */
    MultiGauge gauges(FristMeter meter) {
        return MultiGauge.builder(meter.meterName())
                .description(meter.description())
                .baseUnit(meter.baseUnit())
                .register(registry);
    }

    /** A histogram. */
    Timer timer(FristMeter meter, String... values) {
        return Timer.builder(meter.meterName())
                .description(meter.description())
                .tags(tags(meter, values))
                .serviceLevelObjectives(meter.buckets().toArray(Duration[]::new))
                .register(registry);
    }

    /** Histograms for all values of the meter's only tag. */
    Map<String, Timer> timers(FristMeter meter) {
        return meter.tags().get(0).values().stream()
                .collect(Collectors.toUnmodifiableMap(value -> value, value -> timer(meter, value)));
    }

    void remove(Meter meter) {
        registry.remove(meter);
    }

    static Tags tags(FristMeter meter, String... values) {
        List<MeterTag> defined = meter.tags();
        if (defined.size() != values.length) {
            throw new IllegalArgumentException(meter + " has the tags " + defined);
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!defined.get(i).allows(values[i])) {
                throw new IllegalArgumentException(values[i] + " is no value of " + defined.get(i));
            }
            tags.add(Tag.of(defined.get(i).name(), values[i]));
        }
        return Tags.of(tags);
    }
}
