package dev.frist.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.RandomRecords;
import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.WindowPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyMappingTest {

    private static WindowPolicy policy(RandomRecords random, int version) {
        WindowPolicy it = random.next(WindowPolicy.class);
        return new WindowPolicy(
                new PolicyRef(it.ref().policyId(), version),
                it.scope(),
                it.effectiveFrom(),
                it.handlingWindow(),
                it.anchor(),
                it.evidenceWindow(),
                it.returnWindow(),
                it.minimumNotice(),
                it.reminders(),
                it.grace(),
                it.calendar(),
                it.amountTolerance(),
                it.maxReturnFee(),
                it.uncontestedRefusal(),
                it.requireNoticeReceipt(),
                it.openCases(),
                it.author(),
                it.approvedBy(),
                it.reason());
    }

    @Test
    void everyPolicyComesBackAsItWentOut() {
        RandomRecords random = new RandomRecords(3);
        for (int version = 1; version < 200; version++) {
            WindowPolicy policy = policy(random, version);
            dev.frist.schema.WindowPolicy written =
                    (dev.frist.schema.WindowPolicy) AvroBytes.roundTrip(PolicyWriter.write(policy));
            assertThat(PolicyReader.read(written)).isEqualTo(new PolicyReader.Reading(policy, null));
        }
    }

    @Test
    void everyFieldHasTheSameNameAndValueOnBothSides() {
        RandomRecords random = new RandomRecords(4);
        for (int version = 1; version < 200; version++) {
            WindowPolicy policy = policy(random, version);
            Map<String, String> expected = Flat.ofRecord(policy);
            expected.put("/policyId", expected.remove("/ref/policyId"));
            expected.put("/version", expected.remove("/ref/version"));
            expected.keySet().stream()
                    .filter(path -> path.endsWith("/period") || path.endsWith("/duration"))
                    .toList()
                    .forEach(path -> expected.put(path.substring(0, path.lastIndexOf('/')), expected.remove(path)));
            assertThat(Flat.ofAvro(PolicyWriter.write(policy))).isEqualTo(expected);
        }
    }

    @Test
    void whatTheDomainCannotExpressIsSaidInOneSentence() {
        var sound = PolicyWriter.write(policy(new RandomRecords(5), 1));
        var hostile = dev.frist.schema.WindowPolicy.newBuilder(sound)
                .setPolicyId("shop one")
                .setVersion(0)
                .setHandlingWindow("three weeks")
                .setGrace("P1DT1H")
                .setCalendar(dev.frist.schema.PolicyCalendar.newBuilder(sound.getCalendar())
                        .setZone("Europe/Atlantis")
                        .build())
                .build();

        PolicyReader.Reading reading = PolicyReader.read(hostile);

        assertThat(reading.policy()).isNull();
        assertThat(reading.objection())
                .contains("policyId 'shop one' is no id")
                .contains("version 0 is too low")
                .contains("handlingWindow 'three weeks' is no ISO 8601 length of time")
                .contains("grace 'P1DT1H' mixes days")
                .contains("calendar.zone 'Europe/Atlantis' is not known");
    }
}
