package dev.frist.stack;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One broker of a local cluster, which is its own controller too (KRaft, combined mode).
 *
 * @param id the node id, from 1
 * @param port where clients reach it
 * @param controllerPort where the controllers reach each other
 * @param securedPort where clients reach it that must say who they are, if the stack is secured
 */
public record BrokerNode(int id, int port, int controllerPort, int securedPort) {

    /** The address that clients use. */
    public String address() {
        return LocalStack.HOST + ":" + port;
    }

    /** The address of the secured listener. */
    public String securedAddress() {
        return LocalStack.HOST + ":" + securedPort;
    }

    static List<BrokerNode> allocate(int count) {
        List<Integer> ports = FreePorts.find(3 * count);
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> new BrokerNode(i + 1, ports.get(3 * i), ports.get(3 * i + 1), ports.get(3 * i + 2)))
                .toList();
    }

    static String bootstrapServers(List<BrokerNode> nodes) {
        return nodes.stream().map(BrokerNode::address).collect(Collectors.joining(","));
    }

    static String voters(List<BrokerNode> nodes) {
        return nodes.stream()
                .map(node -> node.id() + "@" + LocalStack.HOST + ":" + node.controllerPort())
                .collect(Collectors.joining(","));
    }
}
