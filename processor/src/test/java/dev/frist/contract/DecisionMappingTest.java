package dev.frist.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.RandomRecords;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.schema.Dispute;
import dev.frist.schema.Notice;
import dev.frist.schema.Resolution;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionMappingTest {

    private static final Set<DecisionType> OF_DISPUTES =
            EnumSet.of(DecisionType.OPENED, DecisionType.REDUCED, DecisionType.REVISED, DecisionType.WITHDRAWN);
    private static final Set<DecisionType> OF_RESOLUTIONS = EnumSet.of(DecisionType.RESOLVED, DecisionType.REOPENED);

    static Dispute dispute(Decision any) {
        return (Dispute) DecisionWriter.write(with(any, DecisionType.OPENED));
    }

    @ParameterizedTest
    @EnumSource(DecisionType.class)
    void everyDecisionComesBackAsItWentOut(DecisionType type) {
        RandomRecords random = new RandomRecords(type.name().hashCode());
        for (int i = 0; i < 50; i++) {
            Decision decision = with(random.next(Decision.class), type);
            assertThat(DecisionReader.read(AvroBytes.roundTrip(DecisionWriter.write(decision))))
                    .isEqualTo(decision);
        }
    }

    @ParameterizedTest
    @EnumSource(DecisionType.class)
    void everyFieldHasTheSameNameAndValueOnBothSides(DecisionType type) {
        RandomRecords random = new RandomRecords(type.name().hashCode() + 1);
        for (int i = 0; i < 50; i++) {
            Decision decision = with(random.next(Decision.class), type);
            Map<String, String> expected = Flat.ofRecord(decision);
            assertThat(expected.remove("/topic")).isEqualTo(topic(type).name());
            expected.keySet().stream()
                    .filter(path -> path.contains("/position/"))
                    .toList()
                    .forEach(path -> expected.put(path.replace("/position/", "/"), expected.remove(path)));

            assertThat(Flat.ofAvro(DecisionWriter.write(decision))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(DecisionType.class)
    void everyTypeHasAWordInItsTopic(DecisionType type) {
        SpecificRecord written = DecisionWriter.write(with(new RandomRecords(7).next(Decision.class), type));
        assertThat(written)
                .isInstanceOf(
                        switch (topic(type)) {
                            case DISPUTES -> Dispute.class;
                            case RESOLUTIONS -> Resolution.class;
                            case NOTICES -> Notice.class;
                        });
        assertThat(written.get(written.getSchema().getField("type").pos())).hasToString(type.name());
    }

    private static OutputTopic topic(DecisionType type) {
        if (OF_DISPUTES.contains(type)) {
            return OutputTopic.DISPUTES;
        }
        return OF_RESOLUTIONS.contains(type) ? OutputTopic.RESOLUTIONS : OutputTopic.NOTICES;
    }

    private static Decision with(Decision it, DecisionType type) {
        return new Decision(
                topic(type),
                it.decisionId(),
                it.orderId(),
                it.returnId(),
                it.sequence(),
                it.decidedAt(),
                type,
                it.ground(),
                it.lines(),
                it.amount(),
                it.currency(),
                it.deadline(),
                it.invoice(),
                it.owner(),
                it.audience(),
                it.allowedActions(),
                it.review(),
                it.explanation(),
                it.evidence());
    }
}
