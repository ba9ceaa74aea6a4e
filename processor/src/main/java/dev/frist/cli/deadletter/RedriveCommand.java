package dev.frist.cli.deadletter;

import dev.frist.cli.CommandFailedException;
import dev.frist.cli.ConfigOptions;
import dev.frist.config.FristConfig;
import dev.frist.deadletter.DeadLetterId;
import dev.frist.deadletter.DeadLetterTopic;
import dev.frist.deadletter.EventText;
import dev.frist.deadletter.Redrive;
import dev.frist.deadletter.RedrivePlan;
import dev.frist.deadletter.Selection;
import dev.frist.setup.RegistryConnection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code frist dead-letters redrive}: sends refused records to where they came from, once. */
@Command(
        name = "redrive",
        description = {
            "Send refused records again, to the topic and under the key that they came with. Only says what it would do,"
                    + " unless --execute is given.",
            "Each is sent once: a second redrive of it is refused. A record that became a fact meanwhile is a duplicate"
                    + " then, and changes nothing.",
            "All are sent in one transaction, or none."
        })
final class RedriveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SelectionOptions selection;

    @Option(
            names = "--fixed",
            paramLabel = "FILE",
            description =
                    "Send the events that were mended in this file, made by `export`, instead of what came; the file"
                            + " says which.")
    private @Nullable Path fixed;

    @Option(names = "--skip", description = "Pass over those that can't be sent again, and send the others.")
    private boolean skip;

    @Option(names = "--execute", description = "Do it.")
    private boolean execute;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most N. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private ConfigOptions settings;

    private RedriveCommand() {}

    @Override
    public Integer call() throws IOException {
        if ((fixed == null) != selection.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    fixed == null
                            ? "Missing: an ID, an option that selects, or --fixed"
                            : "--fixed says itself which dead letters are meant: give no ID and no option that selects");
        }
        Map<DeadLetterId, String> events = fixed == null ? Map.of() : FixedEvents.read(fixed);
        FristConfig config = settings.load();
        DeadLetterTopic topic = new DeadLetterTopic(config);
        RegistryConnection.open(config).close();
        if (!execute) {
            plan(config, topic, events, spec.commandLine().getOut());
            return 0;
        }
        try (Redrive redrive = Redrive.open(config, topic)) {
            RedrivePlan plan = plan(config, topic, events, spec.commandLine().getOut());
            if (!plan.sendings().isEmpty()) {
                redrive.send(plan.sendings());
            }
            spec.commandLine().getOut().println(plan.sendings().size() + " sent again");
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private RedrivePlan plan(
            FristConfig config, DeadLetterTopic topic, Map<DeadLetterId, String> events, PrintWriter out) {
        Selection selected = events.isEmpty() ? selection.selection(config) : Selection.of(events.keySet());
        RedrivePlan plan;
        try (EventText text = new EventText(config)) {
            plan = RedrivePlan.of(config, topic, selected, selection.source(), events, text, limit);
        }
        plan.sendings()
                .forEach(sending -> out.println(
                        sending.refused().id() + "  " + sending.refused().reason() + "  "
                                + (execute ? "goes" : "would go") + " to " + sending.topic()
                                + (sending.isFixed() ? ", mended" : "")));
        plan.objections().forEach((id, objection) -> out.println(id + "  is not sent: " + objection));
        if (plan.isCut()) {
            out.println("there are more than " + limit + " (--limit)");
        }
        if (!execute) {
            out.println(plan.sendings().size() + " would be sent again; nothing was (--execute does it)");
        }
        out.flush();
        if (!plan.objections().isEmpty() && !skip) {
            throw new CommandFailedException(
                    plan.objections().size() + " of these can't be sent again; nothing was (--skip passes over them)");
        }
        return plan;
    }
}
