package dev.frist.scenario;

import dev.frist.scenario.Expectation.Entry;
import dev.frist.scenario.Node.Mapping;
import dev.frist.scenario.Node.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads what stands under {@code expect}, with the shapes of what is published. */
final class ExpectationReader {

    private final Problems problems;

    ExpectationReader(Problems problems) {
        this.problems = problems;
    }

    Expectation read(Node node) {
        if (!(node instanceof Mapping mapping)) {
            problems.add(node.line(), "expect is " + node.describe() + ", but must name topics: " + topicNames());
            return Expectation.NONE;
        }
        Map<PublishedTopic, List<Entry>> topics = new EnumMap<>(PublishedTopic.class);
        mapping.entries().forEach((name, entry) -> {
            PublishedTopic topic = PublishedTopic.named(name);
            if (topic == null) {
                problems.add(entry.line(), "expect has no topic '" + name + "'; allowed are " + topicNames());
            } else {
                topics.put(topic, entries(topic, entry.value()));
            }
        });
        return new Expectation(topics);
    }

    private List<Entry> entries(PublishedTopic topic, Node node) {
        if (!(node instanceof Sequence sequence)) {
            problems.add(
                    node.line(),
                    topic.fieldName() + " is " + node.describe()
                            + ", but must be a list; [] says that nothing may come");
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (Node item : sequence.items()) {
            if (item instanceof Mapping mapping) {
                entries.add(new Entry(
                        item.line(),
                        RecordShapes.of(topic).readFields("an entry of " + topic.fieldName(), mapping, problems)));
            } else {
                problems.add(
                        item.line(),
                        "an entry of " + topic.fieldName() + " is " + item.describe()
                                + ", but must be a block of fields");
            }
        }
        return entries;
    }

    private static String topicNames() {
        return String.join(
                ", ",
                Arrays.stream(PublishedTopic.values())
                        .map(PublishedTopic::fieldName)
                        .toList());
    }
}
