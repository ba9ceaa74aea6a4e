package dev.frist.deadletter;

import dev.frist.config.FristConfig;
import dev.frist.domain.fact.Position;
import dev.frist.schema.Contracts;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.setup.TopicPlan;
import dev.frist.setup.TopicScan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The topic of dead letters as operators see it: what was refused, and what of it was sent again. */
public final class DeadLetterTopic {

    private final FristConfig config;
    private final String name;

    /** The topic that the settings name. */
    public DeadLetterTopic(FristConfig config) {
        this.config = config;
        this.name = config.topicPrefix() + Contracts.DEAD_LETTERS;
    }

    /** With the prefix of the installation. */
    public String name() {
        return name;
    }

    /**
     * What was found.
     *
     * @param refused in the order of their partitions and offsets, the oldest of each first
     * @param redriven those that were sent again
     * @param isCut whether there are more than were asked for
     */
    public record Content(List<RefusedRecord> refused, Set<DeadLetterId> redriven, boolean isCut) {

        /** Whether it was sent again. */
        public boolean isRedriven(RefusedRecord record) {
            return redriven.contains(record.id());
        }
    }

    /**
     * Reads the whole topic and keeps what is meant.
     *
     * @param includeRedriven whether those that were sent again are wanted, too
     * @param most how many at most
     * @throws dev.frist.setup.StartupException if the topic is missing or can't be read
     */
    public Content read(Selection selection, boolean includeRedriven, int most) {
        List<RefusedRecord> refused = new ArrayList<>();
        boolean[] isCut = new boolean[1];
        try (TopicScan scan = TopicScan.of(config, name)) {
            // First of all, so that what was sent again takes up no place among the few that are wanted.
            Set<DeadLetterId> redriven = redriven(scan);
            scan.forEach(record -> {
                RefusedRecord found = RefusedRecord.of(record);
                if (found == null
                        || !selection.includes(found)
                        || (!includeRedriven && redriven.contains(found.id()))) {
                    return;
                }
                if (refused.size() < most) {
                    refused.add(found);
                } else {
                    isCut[0] = true;
                }
            });
            return new Content(List.copyOf(refused), redriven, isCut[0]);
        }
    }

    private static Set<DeadLetterId> redriven(TopicScan scan) {
        Set<DeadLetterId> redriven = new HashSet<>();
        scan.forEach(record -> {
            DeadLetterId sentAgain = sentAgain(record);
            if (sentAgain != null) {
                redriven.add(sentAgain);
            }
        });
        return Set.copyOf(redriven);
    }

    /**
     * A record with its value, which is looked up where it came from if it was too large to be published again.
     *
     * @return the record as it is where its value is no longer to be found, or its headers name a topic that the processor
     *     does not read
     * @throws dev.frist.setup.StartupException if the topic that it came from can't be read
     */
    public RefusedRecord complete(RefusedRecord record) {
        Position origin = record.origin();
        if (record.omitted() == null || origin == null || !TopicPlan.isAny(TopicPlan.INPUTS, origin.topic(), config)) {
            return record;
        }
        try (TopicScan scan = TopicScan.of(config, origin.topic())) {
            ConsumerRecord<byte[], byte[]> found = scan.at(origin.partition(), origin.offset());
            return found == null ? record : record.withValue(found.value());
        }
    }

    private static @Nullable DeadLetterId sentAgain(ConsumerRecord<byte[], byte[]> record) {
        String id = RefusedRecord.text(record.headers(), DeadLetterHeaders.REDRIVEN);
        if (id == null || RefusedRecord.text(record.headers(), DeadLetterHeaders.REASON) != null) {
            return null;
        }
        try {
            return DeadLetterId.parse(id);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
