package dev.frist.chart;

/** What stands in for what a Secret holds. */
final class FakeSecrets {

    private FakeSecrets() {}

    static String of(String key) {
        return key.equals("sasl.jaas.config")
                ? "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"u\" password=\"p\";"
                : "stands-in-for-" + key;
    }
}
