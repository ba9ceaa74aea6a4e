package dev.frist.setup;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** What brokers, or the client on its way to them, complain of, with the settings by which it is mended. */
final class BrokerRefusals {

    private BrokerRefusals() {}

    /** Settings of which no client can be made. */
    static StartupException unusable(KafkaException cause) {
        String reason = Patient.reason(cause);
        // What is wrong in that line may be the password: it is not repeated.
        String said = reason.contains("JAAS")
                ? "sasl.jaas.config must be: MODULE required NAME=\"VALUE\" ...;"
                : "no client can be made with these settings (ssl..., sasl...): " + reason;
        return new StartupException("the brokers can't be reached: " + said, cause);
    }

    /** An answer that was none. */
    static StartupException named(ExecutionException failed) {
        Throwable cause = failed.getCause();
        String where = "";
        if (cause instanceof SaslAuthenticationException) {
            where = " the credentials (sasl.mechanism, sasl.jaas.config)";
        } else if (cause instanceof SslAuthenticationException) {
            where = " the TLS handshake, or are not trusted (ssl.truststore..., ssl.keystore...)";
        } else if (cause instanceof TimeoutException) {
            return new StartupException(
                    "the brokers listen, but do not answer (security.protocol, startup.timeout): "
                            + Patient.reason(failed),
                    failed);
        }
        return new StartupException("the brokers refuse" + where + ": " + Patient.reason(failed), failed);
    }
}
