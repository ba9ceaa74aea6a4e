package dev.frist.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a local stack is made of.
 *
 * @param folder where data and logs go; created if it is not there
 * @param brokers how many brokers, at least 1
 * @param brokerSettings settings of every broker under Kafka's names, beyond the defaults of a small cluster
 * @param brokerJvm options of each broker's virtual machine
 * @param secured settings of a second listener of every broker, {@code SECURED}, on which clients must say who they are,
 *     and of who may do what; empty for none. Nobody is kept out of the other listener, by which the brokers talk
 * @param temporary whether the folder is deleted with everything in it when the stack ends
 */
public record StackOptions(
        Path folder,
        int brokers,
        Map<String, String> brokerSettings,
        List<String> brokerJvm,
        Map<String, String> secured,
        boolean temporary) {

    /** One broker with a small heap: enough for tests and the demo. */
    public static StackOptions single(Path folder) {
        return new StackOptions(folder, 1, Map.of(), List.of("-Xms128m", "-Xmx512m"), Map.of(), false);
    }

    /** The same with another number of brokers. */
    public StackOptions withBrokers(int count) {
        return new StackOptions(folder, count, brokerSettings, brokerJvm, secured, temporary);
    }

    /** The same with other broker settings. */
    public StackOptions withBrokerSettings(Map<String, String> settings) {
        return new StackOptions(folder, brokers, Map.copyOf(settings), brokerJvm, secured, temporary);
    }

    /** The same, with a secured listener; at least its {@code listener.name.secured.…} settings. */
    public StackOptions securedBy(Map<String, String> settings) {
        return new StackOptions(folder, brokers, brokerSettings, brokerJvm, Map.copyOf(settings), temporary);
    }

    /** The settings that every broker gets. */
    Map<String, String> settings() {
        Map<String, String> all = new TreeMap<>(brokerSettings);
        if (!secured.isEmpty()) {
            all.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL");
            all.putAll(secured);
        }
        return all;
    }

    /** The same, leaving nothing behind. */
    public StackOptions asTemporary() {
        return new StackOptions(folder, brokers, brokerSettings, brokerJvm, secured, true);
    }
}
