package dev.frist.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** A topology as a Mermaid flowchart. */
final class TopologyDiagram {

    private final TopologyDescription description;
    private final StringBuilder text = new StringBuilder("flowchart LR\n");

    TopologyDiagram(TopologyDescription description) {
        this.description = description;
    }

    String mermaid() {
        description.subtopologies().stream()
                .sorted(Comparator.comparingInt(Subtopology::id))
                .forEach(part -> part(part.id(), part.nodes()));
        description.globalStores().stream()
                .sorted(Comparator.comparingInt(GlobalStore::id))
                .forEach(global -> part(global.id(), Set.of(global.source(), global.processor())));
        return text.toString();
    }

    private void part(int id, Set<Node> unordered) {
        List<Node> nodes =
                unordered.stream().sorted(Comparator.comparing(Node::name)).toList();
        nodes.forEach(node -> topics(node).forEach(topic -> line("  " + topicId(topic) + "([" + topic + "])")));
        line("  subgraph sub" + id + " [sub-topology " + id + "]");
        for (Node node : nodes) {
            if (node instanceof Processor processor) {
                line("    " + node.name() + "[" + node.name() + "]");
                new TreeSet<>(processor.stores()).forEach(store -> {
                    line("    " + store + "[(" + store + ")]");
                    line("    " + node.name() + " <--> " + store);
                });
            }
        }
        line("  end");
        for (Node node : nodes) {
            if (node instanceof Source) {
                topics(node)
                        .forEach(topic ->
                                node.successors().forEach(next -> line("  " + topicId(topic) + " --> " + next.name())));
            } else if (node instanceof Processor) {
                new TreeSet<>(node.successors().stream().map(Node::name).toList())
                        .forEach(next -> line("  " + node.name() + " --> " + target(next, nodes)));
            }
        }
    }

    private static String target(String name, List<Node> nodes) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .filter(Sink.class::isInstance)
                .map(sink -> topicId(((Sink) sink).topic()))
                .orElse(name);
    }

    private static Set<String> topics(Node node) {
        if (node instanceof Source source) {
            return new TreeSet<>(source.topicSet());
        }
        return node instanceof Sink sink ? Set.of(sink.topic()) : Set.of();
    }

    private static String topicId(String topic) {
        return "topic-" + topic;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
