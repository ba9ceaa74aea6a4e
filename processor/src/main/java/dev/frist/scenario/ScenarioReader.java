package dev.frist.scenario;

import dev.frist.scenario.Node.Scalar;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a scenario file strictly: what it does not know it refuses, naming file, line and what is allowed. */
public final class ScenarioReader {

    private final Problems problems;

    private ScenarioReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @throws ScenarioException naming every problem of the file, also where it cannot be read at all
     */
    public static Scenario read(Path file) throws ScenarioException {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (CharacterCodingException notText) {
            throw new ScenarioException(List.of(file + ":1: this is not text in UTF-8"));
        } catch (IOException unreadable) {
            throw new ScenarioException(List.of(file + ": cannot be read (" + unreadable.getMessage() + ")"));
        }
    }

    /**
     * Reads a text.
     *
     * @param file how complaints name it
     * @throws ScenarioException naming every problem of the text
     */
    public static Scenario read(String file, String text) throws ScenarioException {
        Problems problems = new Problems(file);
        Node root = YamlDocument.read(text, problems);
        problems.throwIfAny();
        Scenario scenario = new ScenarioReader(problems).scenario(Objects.requireNonNull(root));
        problems.throwIfAny();
        return scenario;
    }

    private Scenario scenario(Node root) {
        Fields fields = Fields.of(root, "the scenario", problems);
        String name = fields.requiredText("name");
        List<WrittenPolicy> policies = fields.optional(
                "policies",
                (field, node) -> new PolicyReader(problems).read(node),
                new PolicyReader(problems).read(new Scalar(1, "default", Node.ScalarKind.TEXT)));
        Outage outage = fields.has("outage") ? outage(fields.block("outage")) : null;
        EventReader reader = new EventReader(problems);
        List<ScenarioEvent> events = fields.list("events", reader::read);
        if (!fields.has("events")) {
            fields.problem("the scenario lacks the required field 'events'");
        }
        long until = fields.requiredMillis("until");
        Node expect = fields.node("expect");
        if (expect == null) {
            fields.problem("the scenario lacks the required field 'expect'");
        }
        fields.done();
        return new Scenario(
                name,
                policies,
                outage,
                inOrderOfArrival(events, fields.has("until") ? until : Long.MAX_VALUE),
                until,
                expect == null ? Expectation.NONE : new ExpectationReader(problems).read(expect));
    }

    private Outage outage(Fields fields) {
        Outage outage = new Outage(fields.requiredMillis("from"), fields.requiredMillis("to"));
        fields.done();
        if (outage.to() < outage.from()) {
            fields.problem("the outage ends before it begins");
        }
        return outage;
    }

    private List<ScenarioEvent> inOrderOfArrival(@Nullable List<ScenarioEvent> events, long until) {
        if (events == null) {
            return List.of();
        }
        events.stream()
                .filter(event -> event.at() > until)
                .forEach(event -> problems.add(
                        event.line(), "event " + event.index() + " arrives after 'until' and would never be read"));
        return events.stream()
                .sorted(Comparator.comparingLong(ScenarioEvent::at))
                .toList();
    }
}
