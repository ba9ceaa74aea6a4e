package dev.frist.ops.management;

import dev.frist.ops.BuildInfo;
import dev.frist.ops.health.Health;
import dev.frist.ops.health.RestoreProgress.Restoring;
import dev.frist.ops.health.SignsOfLife.Silence;
import dev.frist.ops.metrics.Metrics;
import dev.frist.ops.metrics.StoreMeters;
import dev.frist.state.CaseStatus;
import dev.frist.state.TaskFigures;
import dev.frist.topology.Completeness;
import dev.frist.topology.InputCompleteness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.jspecify.annotations.Nullable;

/** Gathers the {@link Status}. It asks no broker and reads no store: it costs next to nothing, whoever asks. */
public final class StatusReport {

    private final String application;
    private final KafkaStreams streams;
    private final Metrics metrics;
    private final StoreMeters stores;
    private final Health health;
    private final InputCompleteness completeness;
    private final InstantSource clock = InstantSource.system();

    /** Reports of an instance. */
    public StatusReport(
            String application,
            KafkaStreams streams,
            Metrics metrics,
            StoreMeters stores,
            Health health,
            InputCompleteness completeness) {
        this.application = application;
        this.streams = streams;
        this.metrics = metrics;
        this.stores = stores;
        this.health = health;
        this.completeness = completeness;
    }

    /** The state at this moment. */
    public Status take() {
        BuildInfo build = BuildInfo.get();
        return new Status(
                clock.instant(),
                new Status.Build(build.version(), build.commit()),
                application,
                streams.state().name(),
                threads(),
                metrics.tasks().figures().stream().map(this::task).toList(),
                metrics.restore().restoring().stream()
                        .map(StatusReport::restore)
                        .toList(),
                new Status.Input(instant(completeness.answeredAt()), held()),
                instant(stores.earliest()),
                policies());
    }

    private List<Status.StreamThread> threads() {
        Map<String, Duration> silences =
                health.silences().stream().collect(Collectors.toMap(Silence::thread, Silence::time));
        return streams.metadataForLocalThreads().stream()
                .sorted((a, b) -> a.threadName().compareTo(b.threadName()))
                .map(thread -> thread(thread, silences.get(thread.threadName())))
                .toList();
    }

    private static Status.StreamThread thread(ThreadMetadata thread, @Nullable Duration silence) {
        return new Status.StreamThread(
                thread.threadName(),
                thread.threadState(),
                silence,
                tasks(thread.activeTasks()),
                tasks(thread.standbyTasks()));
    }

    private static List<String> tasks(Set<TaskMetadata> tasks) {
        return tasks.stream().map(task -> task.taskId().toString()).sorted().toList();
    }

    private Status.Task task(TaskFigures figures) {
        int partition = figures.partition();
        return new Status.Task(
                partition,
                instant(metrics.tasks().completeUpTo(partition)),
                instant(stores.earliest(partition)),
                figures.cases(CaseStatus.OPEN),
                figures.cases(CaseStatus.NO_POLICY),
                figures.cases(CaseStatus.DISPUTED),
                figures.parkedEvents());
    }

    private static Status.Restore restore(Restoring store) {
        return new Status.Restore(store.store(), store.partition(), store.remaining(), store.done());
    }

    private List<Status.Held> held() {
        return completeness.held().entrySet().stream()
                .map(held -> new Status.Held(held.getKey(), Instant.ofEpochMilli(held.getValue())))
                .toList();
    }

    private Status.Policies policies() {
        return new Status.Policies(
                metrics.policies().ledger().book().all().size(),
                metrics.policies().ledger().rejectedFrom(0).size(),
                metrics.policies().inForce().values().stream()
                        .map(policy -> new Status.Version(
                                policy.ref().policyId(),
                                policy.ref().version(),
                                Instant.ofEpochMilli(policy.effectiveFrom())))
                        .toList());
    }

    private static @Nullable Instant instant(long millis) {
        return millis == Completeness.UNKNOWN ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Instant instant(OptionalLong millis) {
        return millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()) : null;
    }
}
