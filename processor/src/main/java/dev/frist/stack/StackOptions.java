package dev.frist.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a local stack is made of.
 *
 * @param folder where data and logs go; created if it is not there
 * @param brokers how many brokers, at least 1
 * @param brokerSettings settings of every broker under Kafka's names, beyond the defaults of a small cluster
 * @param brokerJvm options of each broker's virtual machine
 * @param temporary whether the folder is deleted with everything in it when the stack ends
 */
public record StackOptions(
        Path folder, int brokers, Map<String, String> brokerSettings, List<String> brokerJvm, boolean temporary) {

    /** One broker with a small heap: enough for tests and the demo. */
    public static StackOptions single(Path folder) {
        return new StackOptions(folder, 1, Map.of(), List.of("-Xms128m", "-Xmx512m"), false);
    }

    /** The same with another number of brokers. */
    public StackOptions withBrokers(int count) {
        return new StackOptions(folder, count, brokerSettings, brokerJvm, temporary);
    }

    /** The same with other broker settings. */
    public StackOptions withBrokerSettings(Map<String, String> settings) {
        return new StackOptions(folder, brokers, Map.copyOf(settings), brokerJvm, temporary);
    }

    /** The same, leaving nothing behind. */
    public StackOptions asTemporary() {
        return new StackOptions(folder, brokers, brokerSettings, brokerJvm, true);
    }
}
