package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.contract.ContractRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TopologyDrawingTest {

    @Test
    void everyTopicProcessorAndStoreOfTheTopologyIsInThePicture() throws Exception {
        Document picture = parsed(TopologyDrawing.svg(frist().describe()));
        assertThat(texts(picture))
                .contains("orders", "returns", "invoice-corrections", "window-policies")
                .contains("disputes", "resolutions", "notices", "dead-letters")
                .contains("cases", "policy-guard")
                .contains("order-facts", "handling-windows", "task-figures", "accepted-policies")
                .doesNotHaveDuplicates();
        assertThat(flows(picture))
                .as("3 sources, 4 sinks, 1 global source, 4 stores")
                .isEqualTo(12);
    }

    @Test
    void theSameTopologyIsTheSameText() {
        assertThat(TopologyDrawing.svg(frist().describe())).isEqualTo(TopologyDrawing.svg(frist().describe()));
    }

    @Test
    void nothingLiesOnAnythingElseWhereProcessorsFollowEachOther() throws Exception {
        Topology chain = new Topology()
                .addSource("in", "a<b&c")
                .addSource("late", "late-topic")
                .addProcessor("first", Nothing::new, "in")
                .addProcessor("second", Nothing::new, "first", "late")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore("kept"), Serdes.String(), Serdes.String()),
                        "first",
                        "second")
                .addSink("out", "out-topic", "second");
        Document picture = parsed(TopologyDrawing.svg(chain.describe()));
        assertThat(texts(picture)).contains("a<b&c", "late-topic", "first", "second", "kept", "out-topic");
        List<int[]> boxes = boxes(picture);
        assertThat(boxes).hasSize(5);
        for (int[] one : boxes) {
            assertThat(boxes.stream().filter(other -> other != one && overlap(one, other)))
                    .isEmpty();
        }
    }

    private static final class Nothing implements Processor<Object, Object, Object, Object> {
        @Override
        public void process(Record<Object, Object> record) {
            throw new AssertionError("drawn, not run");
        }
    }

    private static Topology frist() {
        try (ContractRegistry registry = ContractRegistry.connect(Map.of("schema.registry.url", "mock://drawing"))) {
            return FristTopology.build(
                    Simulation.settings(),
                    TopologyParts.simulated(Simulation.engine(), registry, InstantSource.system()));
        }
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document picture) {
        return elements(picture, "text").stream().map(Element::getTextContent).toList();
    }

    private static long flows(Document picture) {
        return elements(picture, "path").stream()
                .filter(path -> path.getAttribute("class").equals("flow"))
                .count();
    }

    /** Left, top, right and bottom of topics and processors. */
    private static List<int[]> boxes(Document picture) {
        return elements(picture, "rect").stream()
                .filter(rect -> List.of("topic", "processor").contains(rect.getAttribute("class")))
                .map(rect -> {
                    int x = Integer.parseInt(rect.getAttribute("x"));
                    int y = Integer.parseInt(rect.getAttribute("y"));
                    return new int[] {
                        x,
                        y,
                        x + Integer.parseInt(rect.getAttribute("width")),
                        y + Integer.parseInt(rect.getAttribute("height"))
                    };
                })
                .toList();
    }

    private static boolean overlap(int[] one, int[] other) {
        return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    }

    private static List<Element> elements(Document picture, String name) {
        NodeList found = picture.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
