package dev.frist.ops.health;

import dev.frist.topology.InputCompleteness;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether the process should be left alone, and whether it works.
 *
 * <p>It is <b>live</b> while it has not given up and its threads go round (see {@link SignsOfLife}): also while it
 * rebalances, restores or waits for the registry, however long that takes, but not when a thread has been stuck for longer
 * than the group would wait for it. Brokers that are away make nothing dead: starting again would not bring them back.
 *
 * <p>It is <b>ready</b> while it runs: policies were read to their end, and the state of its tasks is restored. Deadlines
 * that wait for input, or for brokers that do not answer, are said and change nothing: events are taken in all the same.
 */
public final class Health {

    /** Deadlines always wait a moment, and somewhat longer while a broker is elected. */
    private static final Duration NOTEWORTHY = Duration.ofSeconds(5);

    private final KafkaStreams streams;
    private final SignsOfLife signs;
    private final RestoreProgress restore;
    private final InputCompleteness completeness;
    private final Duration stuckAfter;

    /**
     * Judges an instance of Kafka Streams.
     *
     * @param completeness what deadlines wait for
     * @param stuckAfter how long a thread may be silent
     */
    public Health(
            KafkaStreams streams,
            SignsOfLife signs,
            RestoreProgress restore,
            InputCompleteness completeness,
            Duration stuckAfter) {
        this.streams = streams;
        this.signs = signs;
        this.restore = restore;
        this.completeness = completeness;
        this.stuckAfter = stuckAfter;
    }

    /**
     * An answer.
     *
     * @param isUp what was asked
     * @param detail why, in one line
     */
    public record Answer(boolean isUp, String detail) {}

    /** Whether it should be left alone. */
    public Answer live() {
        KafkaStreams.State state = streams.state();
        if (state.hasCompletedShutdown() || state == KafkaStreams.State.PENDING_ERROR) {
            return new Answer(false, "state " + state);
        }
        Optional<SignsOfLife.Silence> longest = silence();
        if (longest.isPresent() && longest.get().time().compareTo(stuckAfter) > 0) {
            SignsOfLife.Silence stuck = longest.get();
            return new Answer(
                    false,
                    stuck.thread() + " has been stuck for " + stuck.time().toSeconds() + " s");
        }
        return new Answer(true, "state " + state);
    }

    /** Whether it works. */
    public Answer ready() {
        KafkaStreams.State state = streams.state();
        if (state == KafkaStreams.State.RUNNING) {
            return new Answer(true, "state " + state + waiting());
        }
        int restoring = restore.restoring().size();
        return new Answer(
                false,
                restoring == 0
                        ? "state " + state
                        : "state " + state + ", " + restoring + " stores to restore, " + restore.remaining()
                                + " records left");
    }

    private String waiting() {
        String wait = waiting(
                completeness.silence(),
                completeness.held(),
                completeness.clock().millis());
        return wait.isEmpty() ? wait : ", " + wait;
    }

    /** What deadlines wait for, if it is worth a word. */
    static String waiting(Duration silence, SortedMap<Integer, Long> held, long now) {
        if (silence.compareTo(NOTEWORTHY) > 0) {
            return "deadlines wait: the brokers have not said for " + silence.toSeconds()
                    + " s how far the input is processed";
        }
        List<Duration> waits = held.values().stream()
                .map(since -> Duration.ofMillis(now - since))
                .filter(wait -> wait.compareTo(NOTEWORTHY) > 0)
                .toList();
        return waits.isEmpty()
                ? ""
                : "deadlines wait for the input of " + waits.size() + " partitions, the first of them for "
                        + Collections.max(waits).toSeconds() + " s";
    }

    /** How long each thread has been silent. */
    public List<SignsOfLife.Silence> silences() {
        return signs.all(streams.metrics(), !restore.restoring().isEmpty());
    }

    /** How long the thread that has been silent for longest has been so. */
    public Optional<SignsOfLife.Silence> silence() {
        return silences().stream().max(Comparator.comparing(SignsOfLife.Silence::time));
    }
}
