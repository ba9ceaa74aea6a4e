package dev.frist.docs;

import static dev.frist.docs.Markdown.code;

import dev.frist.contract.ContractRegistry;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.order.Limits;
import dev.frist.topology.CaseEngine;
import dev.frist.topology.FristTopology;
import dev.frist.topology.Names;
import dev.frist.topology.TopicNames;
import dev.frist.topology.TopologyDrawing;
import dev.frist.topology.TopologyParts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** The topology as Kafka Streams describes it: as a picture, as a diagram, and in words. */
final class TopologyDocuments {

    private static final String ON_DISK = "RocksDB, changelog `<application.id>-%s-changelog`";

    private TopologyDocuments() {}

    static List<Document> of(TopologyDescription description) {
        Document page = Markdown.titled("Topology")
                .paragraph("One sub-topology reads the three event topics, so that all that concerns an order is in one"
                        + " task; the policies are beside it, and every instance reads them for itself. What is due is"
                        + " found by a wall-clock sweep of " + code("handling-windows") + " within the task.")
                .image("The topology: topics, processors and stores", "topology.svg")
                .heading(2, "Stores")
                .table(List.of("Store", "Holds", "Kept"), stores(description))
                .heading(2, "As a diagram")
                .fenced("mermaid", new TopologyDiagram(description).mermaid())
                .heading(2, "As Kafka Streams describes it")
                .fenced("text", description.toString())
                .as("topology.md");
        return List.of(page, new Document("topology.svg", TopologyDrawing.svg(description)));
    }

    private static List<List<String>> stores(TopologyDescription description) {
        List<List<String>> rows = new ArrayList<>();
        for (Subtopology part : description.subtopologies()) {
            part.nodes().stream()
                    .filter(Processor.class::isInstance)
                    .flatMap(node -> ((Processor) node).stores().stream())
                    .sorted()
                    .forEach(store -> rows.add(List.of(code(store), holds(store), ON_DISK.formatted(store))));
        }
        for (GlobalStore global : description.globalStores()) {
            global.processor().stores().stream()
                    .sorted()
                    .forEach(store -> rows.add(List.of(
                            code(store),
                            holds(store),
                            "in memory, read again from " + code("window-policies") + " at every start")));
        }
        return rows;
    }

    private static String holds(String store) {
        return switch (store) {
            case Names.ORDER_FACTS ->
                "orderId → the facts of the order and what was published of it (Avro single-object encoding)";
            case Names.HANDLING_WINDOWS ->
                "end of the window, big-endian, then orderId → nothing: one entry an order, its next wake-up";
            case Names.TASK_FIGURES ->
                "how many cases stand where, and which orders have something parked: for metrics that are exact after a"
                        + " restart";
            case Names.POLICIES -> "policyId@version → the accepted version, as it was written";
            default -> throw new IllegalArgumentException("say here what the store " + store + " holds");
        };
    }

    /** The topology that production runs, described without a broker or a registry. */
    static TopologyDescription describe(TopicNames topics) {
        try (ContractRegistry registry = ContractRegistry.connect(Map.of("schema.registry.url", "mock://docs"))) {
            CaseEngine engine = CaseEngine.of(new Engine(Limits.DEFAULT));
            return FristTopology.build(
                            Defaults.config().streams(),
                            TopologyParts.simulated(engine, registry, InstantSource.system())
                                    .withTopics(topics))
                    .describe();
        }
    }
}
