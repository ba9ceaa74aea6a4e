package dev.frist.ops.metrics;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.schema.Contracts;
import dev.frist.state.CaseStatus;
import dev.frist.topology.Prevented;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * Every meter of our own: the one definition by which they are registered, documented, and checked against a scrape.
 *
 * <p>Counters count what was tried: under exactly-once a transaction that is aborted is tried again, and what it decided
 * is counted twice, though it is published once. Gauges of a task are those of its state, which an aborted transaction
 * leaves as it was.
 */
public enum FristMeter {

    // What comes in.
    RECORDS("frist.records", Kind.COUNTER, "records", "Records of the event topics that were processed.", topic()),
    DUPLICATES(
            "frist.records.duplicate",
            Kind.COUNTER,
            "records",
            "Records that said what was known already, and changed nothing.",
            topic()),
    RECORD_DELAY(
            "frist.records.delay",
            Kind.TIMER,
            Unit.SECONDS,
            "Time from a record's timestamp until it was processed.",
            topic()),
    DEAD_LETTERS(
            "frist.dead.letters",
            Kind.COUNTER,
            "records",
            "Records that were refused and lie in the topic of dead letters.",
            MeterTag.of("reason", "why", DeadLetterReason.values())),
    PARKED(
            "frist.parked.events",
            Kind.GAUGE,
            "events",
            "Events that wait for the order or the return that they speak of. From the state: exact after a restart."),
    PARKED_AGE(
            "frist.parked.age",
            Kind.GAUGE,
            Unit.SECONDS,
            "How long the order with the oldest of these has been waiting; 0 where nothing waits."),

    // What is decided.
    CASES(
            "frist.cases",
            Kind.GAUGE,
            "cases",
            "Cases that are not resolved. Kept with the state of each task, in its transactions: exact after a restart"
                    + " and a rebalance under exactly-once; with at-least-once, what a crash interrupts may be missed.",
            MeterTag.of("state", "where the case stands", lower(CaseStatus.values()))),
    DECISIONS(
            "frist.decisions",
            Kind.COUNTER,
            "decisions",
            "Decisions that were published. A series begins with its first decision.",
            MeterTag.of("type", "what the decision does", DecisionType.values()),
            MeterTag.of(
                    "ground",
                    "why, `none` where a decision has no ground",
                    Stream.concat(
                                    Stream.of(DecisionCounters.NO_GROUND),
                                    Stream.of(Ground.values()).map(Enum::name))
                            .toList()),
            MeterTag.atMost(
                    DecisionCounters.MARKETS + 1,
                    "market",
                    "the market of the order, the first " + DecisionCounters.MARKETS
                            + " ISO 3166 codes that are met, `other` for the rest"),
            MeterTag.atMost(
                    DecisionCounters.CHANNELS + 1,
                    "channel",
                    "the channel of the order: those of `metrics.channels`, or else the first "
                            + DecisionCounters.CHANNELS + " that are met; `other` for the rest")),
    DISPUTES_OPENED(
            "frist.disputes.opened",
            Kind.COUNTER,
            "disputes",
            "Disputes that were opened: the same as `frist.decisions` of type `OPENED`, but there from the start."),
    DISPUTES_PREVENTED(
            "frist.disputes.prevented",
            Kind.COUNTER,
            "disputes",
            "Cases with a due date that would have become a dispute, and did not because of what was read.",
            MeterTag.of(
                    "when",
                    "`in_window`: a fact ended the case by its due date; `in_grace`: after it, before a dispute was due;"
                            + " `last_moment`: a dispute was due, and judging by the clock alone would have opened it,"
                            + " but what lay in the topics was read first and prevented it",
                    lower(Prevented.values()))),
    DISPUTES_EARLY(
            "frist.disputes.early",
            Kind.COUNTER,
            "disputes",
            "Disputes over anything but a contested refusal that opened before their due date. Must stay 0: it is what"
                    + " Frist was built to make impossible, watched where decisions leave."),

    // Deadlines.
    WAKE_UPS_DUE(
            "frist.wakeups.due",
            Kind.GAUGE,
            "windows",
            "Windows of this instance's orders that fall due within that time: deadlines, reminders, evidence windows,"
                    + " the end of orders that are forgotten. Counted from the store every minute, up to 100000 a task.",
            MeterTag.of("within", "from now on", List.of("1h", "24h"))),
    WAKE_UPS_OVERDUE(
            "frist.wakeups.overdue",
            Kind.GAUGE,
            Unit.SECONDS,
            "How long ago the earliest window that was not handled fell due; 0 where none did. Looked up every ten"
                    + " seconds. Unlike the lateness it grows while nothing fires at all."),
    LATENESS(
            "frist.wakeup.lateness",
            Kind.TIMER,
            Unit.SECONDS,
            "Time between the moment for which an order was to be looked at and that at which it was."),
    WAKE_UPS_FAILED("frist.wakeups.failed", Kind.COUNTER, "wake-ups", "Wake-ups that failed and were put off."),
    WAKE_UPS_WITHHELD(
            "frist.wakeups.withheld",
            Kind.COUNTER,
            "wake-ups",
            "Wake-ups put off because a record of the order could not be judged."),
    SWEEP_DURATION("frist.sweep.duration", Kind.TIMER, Unit.SECONDS, "How long a task's look for due windows took."),
    SWEEP_ITEMS("frist.sweep.items", Kind.COUNTER, "windows", "Due windows that were handled."),
    SWEEPS_EXHAUSTED(
            "frist.sweeps.exhausted", Kind.COUNTER, "sweeps", "Looks whose budget ended before the due windows did."),
    INPUT_AGE(
            "frist.input.complete.age",
            Kind.GAUGE,
            Unit.SECONDS,
            "How old the moment is up to which a task's input is known to be complete; deadlines after that moment wait."
                    + " NaN until it is known.",
            MeterTag.partition("the task's")),
    INPUT_LAG(
            "frist.input.lag",
            Kind.GAUGE,
            "records",
            "Records of the event topics that the whole group has still to process, when the brokers last answered. Every"
                    + " instance shows the same; marks of transactions count as records."),
    HELD_PARTITIONS(
            "frist.input.held.partitions",
            Kind.GAUGE,
            "partitions",
            "Partitions of the whole group whose deadlines wait for input that lies unprocessed. Every instance shows"
                    + " the same."),
    HELD_TIME(
            "frist.input.held",
            Kind.GAUGE,
            Unit.SECONDS,
            "How long the longest of these has been waiting; 0 where none waits."),
    ANSWER_AGE(
            "frist.input.answer.age",
            Kind.GAUGE,
            Unit.SECONDS,
            "How long ago the brokers last answered how far the input is processed; since the start where they never did."),
    CLOCK_DEVIATION(
            "frist.clock.deviation",
            Kind.GAUGE,
            Unit.SECONDS,
            "How far the clock of this machine is ahead of what the brokers' clock and the time gone by say; negative"
                    + " where it is behind. Deadlines go by what two of the three say."),

    // Policies and the registry.
    POLICIES_ACCEPTED(
            "frist.policies.accepted", Kind.GAUGE, "versions", "Policy versions that were read and accepted."),
    POLICIES_REJECTED(
            "frist.policies.rejected",
            Kind.GAUGE,
            "versions",
            "Policy versions that were read and rejected; every instance shows all of them."),
    POLICIES_IN_FORCE("frist.policies.in.force", Kind.GAUGE, "policies", "Policies of which a version is in force."),
    POLICY_VERSION(
            "frist.policy.version",
            Kind.GAUGE,
            "version",
            "The version of a policy that is in force now.",
            MeterTag.atMost(
                    PolicyMeters.MOST,
                    "policy",
                    "policyId, the first " + PolicyMeters.MOST + " by name; the others have no series")),
    REGISTRY_ERRORS(
            "frist.registry.errors",
            Kind.COUNTER,
            "attempts",
            "Attempts to ask the schema registry that failed; records wait meanwhile."),

    // The process.
    STREAMS_STATE(
            "frist.streams.state",
            Kind.GAUGE,
            "",
            "1 for the state that Kafka Streams is in, 0 for all others.",
            MeterTag.of("state", "of Kafka Streams", KafkaStreams.State.values())),
    THREADS("frist.streams.threads", Kind.GAUGE, "threads", "Stream threads that are alive."),
    THREAD_FAILURES("frist.streams.thread.failures", Kind.COUNTER, "threads", "Stream threads that died."),
    PROGRESS_AGE(
            "frist.progress.age",
            Kind.GAUGE,
            Unit.SECONDS,
            "How long ago the stream thread that is furthest behind last gave a sign of life."),
    TASKS("frist.tasks", Kind.GAUGE, "tasks", "Tasks whose orders this instance decides."),
    RESTORING("frist.restore.stores", Kind.GAUGE, "stores", "Stores of tasks that are being restored."),
    RESTORE_REMAINING(
            "frist.restore.remaining", Kind.GAUGE, "records", "Records that these have still to read, at most."),
    RESTORED("frist.restore.records", Kind.COUNTER, "records", "Records that were restored since the start."),
    STATE_DISK(
            "frist.state.disk",
            Kind.GAUGE,
            Unit.BYTES,
            "Size of the local copy of the state on disk. Looked up every minute."),
    BUILD(
            "frist.build",
            Kind.GAUGE,
            "",
            "Always 1; says which build this is.",
            MeterTag.atMost(1, "version", "of the build"),
            MeterTag.atMost(1, "commit", "the build was made from, `unknown` where it was made from none"));

    /** What a meter does. */
    public enum Kind {
        COUNTER,
        GAUGE,
        /** A histogram of durations, with a count and a sum. */
        TIMER
    }

    /** Units that are part of a meter's name. */
    private static final class Unit {
        static final String SECONDS = "seconds";
        static final String BYTES = "bytes";
    }

    private static final String TOTAL = "_total";
    private static final PrometheusNamingConvention NAMES = new PrometheusNamingConvention();

    private final String meterName;
    private final Kind kind;
    private final String unit;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<MeterTag> tags;

    FristMeter(String meterName, Kind kind, String unit, String description, MeterTag... tags) {
        this.meterName = meterName;
        this.kind = kind;
        this.unit = unit;
        this.description = description;
        this.tags = List.of(tags);
    }

    private static MeterTag topic() {
        return MeterTag.of(
                "topic",
                "the event topic, without the prefix",
                List.of(Contracts.ORDERS, Contracts.RETURNS, Contracts.INVOICE_CORRECTIONS));
    }

    private static List<String> lower(Enum<?>[] values) {
        return Stream.of(values).map(FristMeter::word).toList();
    }

    /** How a word of ours is written as the value of a tag. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The name in Micrometer's notation. */
    public String meterName() {
        return meterName;
    }

    public Kind kind() {
        return kind;
    }

    /** What is counted or measured; empty where the figure has no unit. */
    public String unit() {
        return unit;
    }

    /** What it says, in sentences. */
    public String description() {
        return description;
    }

    public List<MeterTag> tags() {
        return tags;
    }

    /** The name under which Prometheus scrapes it; a timer adds {@code _bucket}, {@code _count}, {@code _sum}. */
    public String scrapedName() {
        String name = NAMES.name(meterName, type(), baseUnit());
        return kind == Kind.COUNTER && !name.endsWith(TOTAL) ? name + TOTAL : name;
    }

    private Meter.Type type() {
        return switch (kind) {
            case COUNTER -> Meter.Type.COUNTER;
            case GAUGE -> Meter.Type.GAUGE;
            case TIMER -> Meter.Type.TIMER;
        };
    }

    /** The unit where it belongs into the name. */
    @Nullable
    String baseUnit() {
        return unit.equals(Unit.SECONDS) || unit.equals(Unit.BYTES) ? unit : null;
    }

    /** The bounds of a timer's buckets. */
    List<Duration> buckets() {
        return switch (this) {
            case SWEEP_DURATION ->
                List.of(
                        Duration.ofMillis(1),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10));
            default ->
                List.of(
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofDays(1));
        };
    }
}
