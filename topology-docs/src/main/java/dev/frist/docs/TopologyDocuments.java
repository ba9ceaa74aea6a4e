package dev.frist.docs;

import static dev.frist.docs.Markdown.code;

import dev.frist.contract.ContractRegistry;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.order.Limits;
import dev.frist.topology.CaseEngine;
import dev.frist.topology.FristTopology;
import dev.frist.topology.TopicNames;
import dev.frist.topology.TopologyDrawing;
import dev.frist.topology.TopologyParts;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription;

/** The topology as Kafka Streams describes it: as a picture, as a diagram, and in words. */
final class TopologyDocuments {

    /** Of a store: its name, what it holds, and what becomes of it when an instance is lost. */
    private static final List<List<String>> STORES = List.of(
            List.of(
                    code("order-facts"),
                    "orderId → the facts of the order and what was published of it (Avro single-object encoding)",
                    "RocksDB, changelog " + code("<application.id>-order-facts-changelog")),
            List.of(
                    code("handling-windows"),
                    "end of the window, big-endian, then orderId → nothing: one entry an order, its next wake-up",
                    "RocksDB, changelog " + code("<application.id>-handling-windows-changelog")),
            List.of(
                    code("accepted-policies"),
                    "policyId@version → the accepted version, as it was written",
                    "in memory, read again from " + code("window-policies") + " at every start"));

    private TopologyDocuments() {}

    static List<Document> of(TopologyDescription description) {
        Document page = Markdown.titled("Topology")
                .paragraph("One sub-topology reads the three event topics, so that all that concerns an order is in one"
                        + " task; the policies are beside it, and every instance reads them for itself. What is due is"
                        + " found by a wall-clock sweep of " + code("handling-windows") + " within the task.")
                .image("The topology: topics, processors and stores", "topology.svg")
                .heading(2, "Stores")
                .table(List.of("Store", "Holds", "Kept"), STORES)
                .heading(2, "As a diagram")
                .fenced("mermaid", new TopologyDiagram(description).mermaid())
                .heading(2, "As Kafka Streams describes it")
                .fenced("text", description.toString())
                .as("topology.md");
        return List.of(page, new Document("topology.svg", TopologyDrawing.svg(description)));
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
