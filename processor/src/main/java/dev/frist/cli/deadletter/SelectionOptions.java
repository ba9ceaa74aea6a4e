package dev.frist.cli.deadletter;

import dev.frist.config.FristConfig;
import dev.frist.deadletter.DeadLetterId;
import dev.frist.deadletter.Selection;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.setup.TopicPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which dead letters a command is about; the same for all commands. */
final class SelectionOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "ID",
            description = "Where dead letters lie, as `list` prints it: PARTITION-OFFSET.")
    private Set<String> ids = new LinkedHashSet<>();

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            split = ",",
            description = "Refused for: ${COMPLETION-CANDIDATES}.")
    private Set<DeadLetterReason> reasons = new LinkedHashSet<>();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Came from: orders, returns, invoice-corrections or window-policies (without prefix).")
    private @Nullable String topic;

    @Option(names = "--event-id", paramLabel = "EVENT", split = ",", description = "Has that eventId.")
    private Set<String> eventIds = new LinkedHashSet<>();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "Says in its envelope that this system published it.")
    private @Nullable String source;

    @Option(
            names = "--older-than",
            paramLabel = "DURATION",
            description = "Refused longer ago than that, such as P1D or PT15M.")
    private @Nullable Duration olderThan;

    @Option(names = "--newer-than", paramLabel = "DURATION", description = "Refused within that time, such as PT1H.")
    private @Nullable Duration newerThan;

    private SelectionOptions() {}

    /** Whether anything restricts it. */
    boolean isGiven() {
        return !ids.isEmpty()
                || !reasons.isEmpty()
                || topic != null
                || !eventIds.isEmpty()
                || source != null
                || olderThan != null
                || newerThan != null;
    }

    /** The dead letters that were named one by one. */
    Set<DeadLetterId> ids() {
        Set<DeadLetterId> parsed = new LinkedHashSet<>();
        for (String id : ids) {
            try {
                parsed.add(DeadLetterId.parse(id));
            } catch (IllegalArgumentException wrong) {
                throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
            }
        }
        return parsed;
    }

    /** What the envelope must name as its source; null where that does not matter. */
    @Nullable
    String source() {
        return source;
    }

    /** All but the source, for which a record must be decoded. */
    Selection selection(FristConfig config) {
        long now = System.currentTimeMillis();
        return new Selection(
                ids(),
                reasons.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()),
                topic == null ? null : config.topicPrefix() + known(topic),
                eventIds,
                newerThan == null ? Long.MIN_VALUE : now - newerThan.toMillis(),
                olderThan == null ? Long.MAX_VALUE : now - olderThan.toMillis());
    }

    /** When a dead letter was refused, and how long ago. */
    static String age(long refusedAt) {
        Duration age = Duration.ofMillis(Math.max(0, System.currentTimeMillis() - refusedAt));
        if (age.toDays() > 0) {
            return age.toDays() + "d";
        }
        return age.toHours() > 0 ? age.toHours() + "h" : age.toMinutes() + "m";
    }

    static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private String known(String name) {
        if (!TopicPlan.INPUTS.contains(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--topic': '" + name + "': allowed are "
                            + String.join(", ", TopicPlan.INPUTS));
        }
        return name;
    }
}
