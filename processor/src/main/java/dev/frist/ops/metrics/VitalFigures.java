package dev.frist.ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a minute for who has nothing but the log: from the same meters that are scraped. What is counted is that of the
 * time since the last line.
 */
final class VitalFigures {

    private static final Logger LOG = LoggerFactory.getLogger(VitalFigures.class);

    private final MeterRegistry registry;
    private final Map<FristMeter, Double> before = new EnumMap<>(FristMeter.class);

    VitalFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Logs the line. */
    void log() {
        LOG.info("{}", line());
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "records %.0f (duplicate %.0f, dead letters %.0f), decisions %.0f, disputes opened %.0f, prevented %.0f;"
                        + " cases open %.0f, disputed %.0f, without policy %.0f, parked %.0f; windows handled %.0f,"
                        + " latest by %.1f s, overdue %.1f s, due within an hour %.0f; lag %.0f, held up %.0f s;"
                        + " tasks %.0f, stores to restore %.0f, silent %.0f s",
                more(FristMeter.RECORDS),
                more(FristMeter.DUPLICATES),
                more(FristMeter.DEAD_LETTERS),
                more(FristMeter.DECISIONS),
                more(FristMeter.DISPUTES_OPENED),
                more(FristMeter.DISPUTES_PREVENTED),
                now(FristMeter.CASES, "open"),
                now(FristMeter.CASES, "disputed"),
                now(FristMeter.CASES, "no_policy"),
                now(FristMeter.PARKED),
                more(FristMeter.SWEEP_ITEMS),
                latest(),
                now(FristMeter.WAKE_UPS_OVERDUE),
                now(FristMeter.WAKE_UPS_DUE, "1h"),
                now(FristMeter.INPUT_LAG),
                now(FristMeter.HELD_TIME),
                now(FristMeter.TASKS),
                now(FristMeter.RESTORING),
                now(FristMeter.PROGRESS_AGE));
    }

    private double more(FristMeter meter) {
        double total =
                search(meter).counters().stream().mapToDouble(Counter::count).sum();
        Double last = before.put(meter, total);
        return total - (last == null ? 0 : last);
    }

    /** The sum over all tags, or that of a value of the only one. */
    private double now(FristMeter meter, String... values) {
        Tags tags = values.length == 0 ? Tags.empty() : Meters.tags(meter, values);
        return search(meter).tags(tags).gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    /** Of the last minutes: a timer forgets its greatest value after a while. */
    private double latest() {
        return search(FristMeter.LATENESS).timers().stream()
                .mapToDouble((Timer timer) -> timer.max(TimeUnit.SECONDS))
                .max()
                .orElse(0);
    }

    private Search search(FristMeter meter) {
        return registry.find(meter.meterName());
    }
}
