package dev.frist.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What time it is as two of three say: the clock of this machine, the clock of the brokers, and the time that has gone
 * by since these two last agreed, by a clock that never jumps. The middle one of the three is right while at most one of
 * them errs. So a clock that is set an hour ahead fires nothing early, and one that is set back stops nothing.
 *
 * <p>Where there are only two, the earlier counts: a deadline that is late does less harm than one that is early. That is
 * so until this machine and the brokers have agreed for the first time, and where the brokers do not tell their time.
 *
 * <p>Safe for use by many threads.
 */
public final class AgreedClock implements InstantSource {

    private final InstantSource machine;
    private final LongSupplier nanos;
    private final long tolerance;
    private final AtomicLong furthest = new AtomicLong(Long.MIN_VALUE);
    private volatile View view;

    /**
     * What was learnt, each as its distance from the clock that never jumps, in millis.
     *
     * @param agreed of the time on which machine and brokers last agreed; null where they disagree from the start
     * @param brokers of the brokers' time; null where they have not told it
     */
    private record View(@Nullable Long agreed, @Nullable Long brokers) {}

    /**
     * A clock that trusts the machine until the brokers are heard.
     *
     * @param machine the clock of this machine
     * @param nanos a clock that never jumps, such as {@link System#nanoTime()}
     * @param tolerance how far two clocks may be apart and still agree
     */
    public AgreedClock(InstantSource machine, LongSupplier nanos, Duration tolerance) {
        this.machine = machine;
        this.nanos = nanos;
        this.tolerance = tolerance.toMillis();
        long steady = steady();
        this.view = new View(machine(steady) - steady, null);
    }

    /** The clock of this machine, to be checked. */
    public static AgreedClock system(Duration tolerance) {
        return new AgreedClock(InstantSource.system(), System::nanoTime, tolerance);
    }

    /**
     * Takes note of the brokers' time, read some while before now at the most: what the answer took to arrive makes
     * nothing early.
     *
     * @param millis epoch millis
     */
    public synchronized void brokersSaid(long millis) {
        long steady = steady();
        long distance = machine(steady) - steady;
        long brokers = millis - steady;
        View before = view;
        Long agreed = before.agreed();
        if (Math.abs(distance - brokers) <= tolerance) {
            agreed = distance;
        } else if (before.brokers() == null) {
            // The machine was believed for want of a better view.
            agreed = null;
        }
        view = new View(agreed, brokers);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        long steady = steady();
        return steady + distance(machine(steady) - steady);
    }

    /** How far the clock of this machine is ahead of what was agreed on; negative where it is behind. */
    public Duration deviation() {
        long steady = steady();
        long distance = machine(steady) - steady;
        View now = view;
        // Where the earlier of two counts, the later may be the machine's or the brokers'.
        long other = now.agreed() == null && now.brokers() != null ? now.brokers() : distance(distance);
        return Duration.ofMillis(distance - other);
    }

    /** Whether the clock of this machine is further off than the tolerance. */
    public boolean isInDoubt() {
        return Math.abs(deviation().toMillis()) > tolerance;
    }

    /**
     * How far the clock of this machine has been set back since it was furthest ahead. Kafka's clients measure time with
     * it: where it goes back by an hour they send no heartbeat, commit nothing and punctuate nothing for an hour.
     */
    public Duration setBack() {
        long steady = steady();
        long distance = machine(steady) - steady;
        return Duration.ofMillis(Math.max(0, furthest.get() - distance));
    }

    private long steady() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    }

    private long machine(long steady) {
        long millis = machine.millis();
        furthest.accumulateAndGet(millis - steady, Math::max);
        return millis;
    }

    private long distance(long machineNow) {
        View now = view;
        Long agreed = now.agreed();
        Long brokers = now.brokers();
        if (agreed == null || brokers == null) {
            Long other = agreed == null ? brokers : agreed;
            return other == null ? machineNow : Math.min(machineNow, other);
        }
        return Math.max(Math.min(machineNow, agreed), Math.min(Math.max(machineNow, agreed), brokers));
    }
}
