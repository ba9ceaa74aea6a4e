package dev.frist.cli;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import dev.frist.runtime.FristApp;
import dev.frist.setup.PlannedTopic;
import dev.frist.setup.TopicPlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code frist run}: the processor, until it is told to stop. */
@Command(
        name = "run",
        description = {
            "Run the processor until SIGTERM or Ctrl-C.",
            "Ends with one line where the brokers or the registry can't be reached within startup.timeout, a topic or a"
                    + " schema is missing, partition counts differ, or a setting is wrong."
        })
final class RunCommand implements Callable<Integer> {

    /** Exit status where it gave up while running, or did not stop in time. */
    static final int GAVE_UP = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions settings;

    private RunCommand() {}

    @Override
    public Integer call() {
        FristConfig config = settings.load();
        PrintWriter out = spec.commandLine().getOut();
        FristApp app = FristApp.prepare(config);
        Thread stop = new Thread(() -> stop(app, out), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        introduce(app, config, out);
        boolean well;
        try {
            app.start();
            well = app.awaitEnd();
        } finally {
            forget(stop);
        }
        if (!well) {
            app.close();
            throw new GaveUpException("gave up after failures while running; the log says which");
        }
        return 0;
    }

    /** What ends by itself keeps its own exit status. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The hook decides: it is what ended the processor.
        }
    }

    /** A signal ends the virtual machine with a status of its own; a clean stop should be told from another. */
    private static void stop(FristApp app, PrintWriter out) {
        boolean inTime = app.stop();
        out.println(inTime ? "stopped" : "did not stop within close.timeout");
        out.flush();
        Runtime.getRuntime().halt(inTime ? 0 : GAVE_UP);
    }

    private static void introduce(FristApp app, FristConfig config, PrintWriter out) {
        List<PlannedTopic> topics = TopicPlan.of(config);
        out.println(new BuildVersion().getVersion()[0]);
        out.println("reads     " + names(topics, true) + " (" + app.partitions() + " partitions)");
        out.println("writes    " + names(topics, false));
        out.println("brokers   " + String.join(",", config.list(Settings.BOOTSTRAP_SERVERS)));
        out.println("registry  " + config.shown(Settings.SCHEMA_REGISTRY_URL));
        out.println("state     " + config.stateDir());
        out.println("health    " + app.managementUrl() + "/health/live and /health/ready");
        out.println("metrics   " + app.managementUrl() + "/metrics");
        out.flush();
    }

    private static String names(List<PlannedTopic> topics, boolean input) {
        return topics.stream()
                .filter(topic -> topic.input() == input)
                .map(PlannedTopic::name)
                .collect(Collectors.joining(", "));
    }
}
