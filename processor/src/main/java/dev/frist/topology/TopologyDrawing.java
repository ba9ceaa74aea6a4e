package dev.frist.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/**
 * A topology as a picture in SVG, made from what Kafka Streams says of it: topics on the left flow through processors,
 * which stand on their stores, to topics on the right; a frame is a sub-topology. The same topology is the same text.
 */
public final class TopologyDrawing {

    private static final int MARGIN = 20;
    private static final int BOX_WIDTH = 190;
    private static final int BOX_HEIGHT = 46;
    private static final int ROW = BOX_HEIGHT + 18;
    private static final int COLUMN = BOX_WIDTH + 90;
    private static final int HEADING = 34;

    private final SvgText svg = new SvgText();
    private int width;
    private int bottom = MARGIN;

    private TopologyDrawing() {}

    /** Draws a topology: a whole SVG document, in UTF-8. */
    public static String svg(TopologyDescription description) {
        TopologyDrawing drawing = new TopologyDrawing();
        description.subtopologies().stream()
                .sorted(Comparator.comparingInt(Subtopology::id))
                .forEach(part -> drawing.frame(
                        "Sub-topology " + part.id() + ": one task for each partition", columns(part.nodes())));
        description.globalStores().stream()
                .sorted(Comparator.comparingInt(GlobalStore::id))
                .forEach(global -> drawing.frame(
                        "Sub-topology " + global.id() + ": global, every instance reads all of it",
                        List.of(List.of(global.source()), List.of(global.processor()))));
        return drawing.svg.document(drawing.width + MARGIN, drawing.bottom);
    }

    /** Nodes by the longest way that leads to them, and sinks behind all others. */
    private static List<List<Node>> columns(Set<Node> nodes) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        nodes.forEach(node -> depth(node, depths));
        int last = depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<List<Node>> columns = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            columns.add(new ArrayList<>());
        }
        inOrderOfDeclaration(nodes)
                .forEach(node -> columns.get(node instanceof Sink ? last : depths.getOrDefault(node.name(), 0))
                        .add(node));
        return columns;
    }

    private static int depth(Node node, Map<String, Integer> depths) {
        Integer known = depths.get(node.name());
        if (known != null) {
            return known;
        }
        int depth = node.predecessors().stream()
                .mapToInt(before -> depth(before, depths) + 1)
                .max()
                .orElse(0);
        depths.put(node.name(), depth);
        return depth;
    }

    /** Kafka Streams describes nodes by name, and knows in which order they were declared only as predecessors. */
    private static Stream<Node> inOrderOfDeclaration(Set<Node> nodes) {
        return Stream.concat(nodes.stream().flatMap(node -> node.predecessors().stream()), nodes.stream())
                .distinct();
    }

    private void frame(String title, List<List<Node>> columns) {
        int rows = columns.stream().mapToInt(TopologyDrawing::rows).max().orElse(1);
        int top = bottom;
        int height = HEADING + rows * ROW + 6;
        int right = 3 * MARGIN + (columns.size() - 1) * COLUMN + BOX_WIDTH;
        svg.frame(MARGIN, top, right - MARGIN, height, title);
        Map<String, Integer> middles = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int x = 2 * MARGIN + i * COLUMN;
            int y = top + HEADING + (rows - rows(columns.get(i))) * ROW / 2;
            for (Node node : columns.get(i)) {
                middles.put(node.name(), y + BOX_HEIGHT / 2);
                y = node(node, x, y);
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            for (Node node : columns.get(i)) {
                for (Node next : node.successors()) {
                    svg.arrow(
                            2 * MARGIN + i * COLUMN + BOX_WIDTH,
                            middles.getOrDefault(node.name(), top),
                            2 * MARGIN + columnOf(next, columns) * COLUMN,
                            middles.getOrDefault(next.name(), top));
                }
            }
        }
        bottom = top + height + MARGIN;
        width = Math.max(width, right);
    }

    private static int columnOf(Node node, List<List<Node>> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).contains(node)) {
                return i;
            }
        }
        return 0;
    }

    private static int rows(List<Node> column) {
        return column.stream()
                .mapToInt(node -> node instanceof Processor processor
                        ? 1 + processor.stores().size()
                        : 1)
                .sum();
    }

    /** Draws a node with what belongs to it, and says where the next one may stand. */
    private int node(Node node, int x, int y) {
        if (node instanceof Source source) {
            svg.topic(x, y, BOX_WIDTH, BOX_HEIGHT, topics(source), node.name());
        } else if (node instanceof Sink sink) {
            svg.topic(x, y, BOX_WIDTH, BOX_HEIGHT, sink.topic() == null ? "by record" : sink.topic(), node.name());
        } else {
            svg.processor(x, y, BOX_WIDTH, BOX_HEIGHT, node.name());
        }
        int below = y + ROW;
        if (node instanceof Processor processor) {
            for (String store : processor.stores().stream().sorted().toList()) {
                svg.access(x + BOX_WIDTH / 2, below - (ROW - BOX_HEIGHT), below);
                svg.store(x, below, BOX_WIDTH, BOX_HEIGHT, store);
                below += ROW;
            }
        }
        return below;
    }

    private static String topics(Source source) {
        return source.topicSet() == null
                ? String.valueOf(source.topicPattern())
                : String.join(", ", source.topicSet().stream().sorted().toList());
    }
}
