package dev.frist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedPolicyTest {

    @Test
    void thePolicyThatShipsIsValid() {
        int status = Frist.commandLine().execute("policy", "validate", "src/main/dist/conf/policies");

        assertThat(status).isZero();
    }
}
