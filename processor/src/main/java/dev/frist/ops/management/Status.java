package dev.frist.ops.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of this instance at a moment, for people and for scripts that look. It names no order, merchant or customer.
 *
 * @param at when it was taken
 * @param build which build runs
 * @param application the group
 * @param state of Kafka Streams
 * @param threads of Kafka Streams, with the tasks that each works on
 * @param tasks the tasks whose orders this instance decides
 * @param restoring the stores that are not whole yet
 * @param input how far the input of the whole group is processed
 * @param oldestDue when the earliest window of this instance falls due, or fell due
 * @param policies what was read of the policy topic
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Status(
        Instant at,
        Build build,
        String application,
        String state,
        List<StreamThread> threads,
        List<Task> tasks,
        List<Restore> restoring,
        Input input,
        @Nullable Instant oldestDue,
        Policies policies) {

    /** Version, and commit where it is known. */
    public record Build(String version, String commit) {}

    /**
     * A thread of Kafka Streams.
     *
     * @param silentFor since its last sign of life
     * @param standby tasks whose state is kept here for the case that another instance fails
     */
    public record StreamThread(
            String name, String state, @Nullable Duration silentFor, List<String> active, List<String> standby) {}

    /**
     * A task.
     *
     * @param completeUpTo the moment up to which its input is known to be complete: deadlines up to it may fire
     * @param oldestDue when its earliest window falls due, or fell due
     * @param open cases whose clock runs
     * @param noPolicy cases that no policy matches
     * @param disputed cases with an open dispute
     * @param parked events that wait for their order or their return
     */
    public record Task(
            int partition,
            @Nullable Instant completeUpTo,
            @Nullable Instant oldestDue,
            long open,
            long noPolicy,
            long disputed,
            long parked) {}

    /** A store that is being restored: records left at most, and the share that is done. */
    public record Restore(String store, int partition, long remaining, double done) {}

    /**
     * The input of the whole group.
     *
     * @param answeredAt when the brokers last said how far it is processed
     * @param held the partitions whose deadlines wait for it
     */
    public record Input(@Nullable Instant answeredAt, List<Held> held) {}

    /** A partition whose deadlines wait, and since when. */
    public record Held(int partition, Instant since) {}

    /**
     * The policies.
     *
     * @param accepted versions
     * @param rejected versions
     * @param inForce of each policy the version in force
     */
    public record Policies(int accepted, int rejected, List<Version> inForce) {}

    /** A version of a policy and since when it is in force. */
    public record Version(String policyId, int version, Instant effectiveFrom) {}
}
