package dev.frist.ops.metrics;

import dev.frist.state.CaseStatus;
import dev.frist.state.TaskFigures;
import dev.frist.topology.Completeness;
import dev.frist.topology.Sweep;
import io.micrometer.core.instrument.Meter;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * What the tasks of this instance have. A task that goes to another instance takes its part of each figure along, so the
 * sum over all instances is right at any time but while a task is on its way.
 */
public final class TaskMeters {

    private static final double MILLIS = 1000;

    private final Meters meters;
    private final InstantSource clock;
    private final Map<Integer, Task> tasks = new ConcurrentHashMap<>();
    private final Map<Integer, Meter> ages = new ConcurrentHashMap<>();

    private static final class Task {

        private final TaskFigures figures;
        private volatile long completeUpTo = Completeness.UNKNOWN;

        Task(TaskFigures figures) {
            this.figures = figures;
        }
    }

    TaskMeters(Meters meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
        for (CaseStatus status : CaseStatus.values()) {
            meters.gauge(FristMeter.CASES, () -> sum(figures -> figures.cases(status)), FristMeter.word(status));
        }
        meters.gauge(FristMeter.PARKED, () -> sum(TaskFigures::parkedEvents));
        meters.gauge(FristMeter.PARKED_AGE, this::parkedAge);
        meters.gauge(FristMeter.TASKS, tasks::size);
    }

    /** The partitions whose tasks this instance has. */
    public SortedSet<Integer> partitions() {
        return new TreeSet<>(tasks.keySet());
    }

    /** The figures of the tasks that this instance has, by partition. */
    public List<TaskFigures> figures() {
        return tasks.values().stream()
                .map(task -> task.figures)
                .sorted(Comparator.comparingInt(TaskFigures::partition))
                .toList();
    }

    /** Up to when the input of a task is complete, epoch millis; {@link Completeness#UNKNOWN} where that is not known. */
    public long completeUpTo(int partition) {
        Task task = tasks.get(partition);
        return task == null ? Completeness.UNKNOWN : task.completeUpTo;
    }

    void opened(TaskFigures figures) {
        Task task = new Task(figures);
        Task before = tasks.put(figures.partition(), task);
        if (before == null) {
            inputAge(figures.partition());
        }
    }

    /** One that was opened again since stays: threads hand tasks to each other. */
    void closed(TaskFigures figures) {
        tasks.computeIfPresent(figures.partition(), (partition, task) -> {
            if (task.figures != figures) {
                return task;
            }
            Meter age = ages.remove(partition);
            if (age != null) {
                meters.remove(age);
            }
            return null;
        });
    }

    void swept(Sweep sweep) {
        Task task = tasks.get(sweep.partition());
        if (task != null) {
            task.completeUpTo = sweep.completeUpTo();
        }
    }

    private void inputAge(int partition) {
        ages.put(
                partition,
                meters.gauge(FristMeter.INPUT_AGE, () -> age(completeUpTo(partition)), Integer.toString(partition)));
    }

    private double sum(ToLongFunction<TaskFigures> figure) {
        return tasks.values().stream()
                .mapToLong(task -> figure.applyAsLong(task.figures))
                .sum();
    }

    private double parkedAge() {
        long now = clock.millis();
        long oldest = tasks.values().stream()
                .flatMapToLong(task -> task.figures.oldestParked().stream())
                .min()
                .orElse(now);
        return Math.max(0, now - oldest) / MILLIS;
    }

    private double age(long instant) {
        return instant == Completeness.UNKNOWN ? Double.NaN : Math.max(0, clock.millis() - instant) / MILLIS;
    }
}
