package dev.frist.ops.health;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether the process should be left alone, and whether it works.
 *
 * <p>It is <b>live</b> while it has not given up and its threads go round (see {@link SignsOfLife}): also while it
 * rebalances, restores or waits for the registry, however long that takes, but not when a thread has been stuck for longer
 * than the group would wait for it. Brokers that are away make nothing dead: starting again would not bring them back.
 *
 * <p>It is <b>ready</b> while it runs: policies were read to their end, and the state of its tasks is restored.
 */
public final class Health {

    private final KafkaStreams streams;
    private final SignsOfLife signs;
    private final RestoreProgress restore;
    private final Duration stuckAfter;

    /**
     * Judges an instance of Kafka Streams.
     *
     * @param stuckAfter how long a thread may be silent
     */
    public Health(KafkaStreams streams, SignsOfLife signs, RestoreProgress restore, Duration stuckAfter) {
        this.streams = streams;
        this.signs = signs;
        this.restore = restore;
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
            return new Answer(true, "state " + state);
        }
        int restoring = restore.restoring().size();
        return new Answer(
                false,
                restoring == 0
                        ? "state " + state
                        : "state " + state + ", " + restoring + " stores to restore, " + restore.remaining()
                                + " records left");
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
