package dev.frist.scenario;

import dev.frist.contract.PolicyReader.Reading;
import dev.frist.contract.PolicyWriter;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.CalendarRule;
import dev.frist.domain.policy.Cutoff;
import dev.frist.domain.policy.DayCount;
import dev.frist.domain.policy.OpenCases;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyGuard;
import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.Roll;
import dev.frist.domain.policy.Scope;
import dev.frist.domain.policy.UncontestedRefusal;
import dev.frist.domain.policy.Window;
import dev.frist.domain.policy.WindowPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Policies as people write them for production: YAML with the fields of the schema, each document one version. Unlike in
 * a scenario nothing has a default, so that a file says all that will hold; only {@code approvedBy} and the fields of
 * {@code scope} may be left out.
 */
public final class PolicyFile {

    private static final Window STAND_IN = Window.parse("PT0S");

    private final Problems problems;

    private PolicyFile(Problems problems) {
        this.problems = problems;
    }

    /**
     * A version in a file.
     *
     * @param place file and line, as in {@code se.yaml:12}
     */
    public record Entry(WindowPolicy policy, String place) {}

    /**
     * Reads a file.
     *
     * @return its versions, in its order
     * @throws ScenarioException with everything that is wrong, file and line first
     * @throws IOException where it can't be read
     */
    public static List<Entry> read(Path file) throws IOException, ScenarioException {
        return read(file.toString(), Files.readString(file));
    }

    static List<Entry> read(String file, String text) throws ScenarioException {
        Problems problems = new Problems(file);
        PolicyFile reader = new PolicyFile(problems);
        List<Entry> entries = new ArrayList<>();
        for (Node document : YamlDocument.readAll(text, problems)) {
            entries.add(new Entry(reader.policy(document), file + ":" + document.line()));
        }
        problems.throwIfAny();
        for (Entry entry : entries) {
            String objection = objection(entry.policy());
            if (objection != null) {
                throw new ScenarioException(
                        List.of(entry.place() + ": " + entry.policy().ref() + ": " + objection));
            }
        }
        return entries;
    }

    /** What is wrong with a version whatever is in force. */
    private static @Nullable String objection(WindowPolicy policy) {
        Reading reading = dev.frist.contract.PolicyReader.read(PolicyWriter.write(policy));
        return reading.objection() != null
                ? reading.objection()
                : PolicyGuard.objection(policy, Long.MIN_VALUE, PolicyBook.EMPTY, 0);
    }

    private WindowPolicy policy(Node node) {
        Fields fields = Fields.of(node, "a policy", problems);
        Values values = fields.values();
        WindowPolicy policy = new WindowPolicy(
                new PolicyRef(fields.requiredText("policyId"), fields.required("version", values::smallNumber, 1)),
                scope(fields),
                fields.requiredMillis("effectiveFrom"),
                window(fields, "handlingWindow"),
                word(fields, "anchor", Anchor.class),
                window(fields, "evidenceWindow"),
                window(fields, "returnWindow"),
                window(fields, "minimumNotice"),
                reminders(fields),
                window(fields, "grace"),
                calendar(fields),
                fields.requiredNumber("amountTolerance"),
                fields.requiredNumber("maxReturnFee"),
                word(fields, "uncontestedRefusal", UncontestedRefusal.class),
                fields.required("requireNoticeReceipt", values::flag, false),
                word(fields, "openCases", OpenCases.class),
                fields.requiredText("author"),
                fields.nullableText("approvedBy"),
                fields.requiredText("reason"));
        fields.done();
        return policy;
    }

    private Scope scope(Fields policy) {
        Fields fields = block(policy, "scope");
        Scope scope = new Scope(
                fields.nullableText("market"),
                fields.nullableText("merchantId"),
                fields.nullableText("channel"),
                fields.nullable("kind", (name, node) -> fields.values().symbol(name, node, known(ReturnKind.class))));
        fields.done();
        return scope;
    }

    private CalendarRule calendar(Fields policy) {
        Fields fields = block(policy, "calendar");
        ZoneId zone = fields.required("zone", fields.values()::zone, ZoneOffset.UTC);
        CalendarRule calendar = new CalendarRule(
                zone,
                fields.requiredText("holidays"),
                word(fields, "dayCount", DayCount.class),
                word(fields, "roll", Roll.class),
                word(fields, "cutoff", Cutoff.class));
        fields.done();
        return calendar;
    }

    private List<Window> reminders(Fields fields) {
        if (!fields.has("reminders")) {
            fields.problem("a policy lacks the required field 'reminders'; [] is for none");
            return List.of();
        }
        List<Window> reminders = fields.list("reminders", fields.values()::window);
        return reminders == null ? List.of() : List.copyOf(reminders);
    }

    private static Fields block(Fields policy, String name) {
        if (!policy.has(name)) {
            policy.problem("a policy lacks the required block '" + name + "'");
        }
        return policy.block(name);
    }

    private static Window window(Fields fields, String name) {
        return fields.required(name, fields.values()::window, STAND_IN);
    }

    private static <E extends Enum<E>> E word(Fields fields, String name, Class<E> type) {
        List<E> words = known(type);
        return fields.required(name, (field, node) -> fields.values().symbol(field, node, words), words.get(0));
    }

    /** UNKNOWN is what a reader makes of a word that it does not know; nobody writes it. */
    private static <E extends Enum<E>> List<E> known(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(word -> !word.name().equals("UNKNOWN"))
                .toList();
    }
}
