package dev.frist.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ContractRecordTest {

    @BeforeAll
    static void useContracts() {
        assertThat(Contracts.registered()).isNotEmpty();
    }

    @Test
    void avroMayMakeInstancesOfContracts() {
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(Dispute.class)).isTrue();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(Ground.class)).isTrue();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(String.class)).isTrue();
    }

    @Test
    void avroMayMakeInstancesOfNothingElse() {
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(ProcessBuilder.class))
                .isFalse();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(dev.frist.schema.gate.Release.class))
                .isFalse();
    }
}
