package dev.frist.cli;

import dev.frist.config.FristConfig;
import dev.frist.setup.BrokerConnection;
import dev.frist.setup.PlannedTopic;
import dev.frist.setup.RegistryConnection;
import dev.frist.setup.SchemaSetup;
import dev.frist.setup.TopicPlan;
import dev.frist.setup.TopicSetup;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code frist topics}: the topics and schemas that the processor needs. */
@Command(name = "topics", description = "Make or check the topics and the schemas of their values.")
final class TopicsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private TopicsCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand");
    }

    @Command(
            name = "create",
            description = {
                "Make topics that are missing, register the schemas under FULL_TRANSITIVE, then check.",
                "What is there is never changed, apart from the compatibility rule."
            })
    int create(@Mixin ConfigOptions settings) {
        FristConfig config = settings.load();
        List<PlannedTopic> plan = TopicPlan.of(config);
        PrintWriter out = spec.commandLine().getOut();
        try (BrokerConnection brokers = BrokerConnection.open(config);
                RegistryConnection registry = RegistryConnection.open(config)) {
            List<String> made = new TopicSetup(brokers).create(plan);
            plan.stream().filter(topic -> made.contains(topic.name())).forEach(topic -> out.println(made(topic)));
            new SchemaSetup(registry).create(plan).forEach(out::println);
            return check(plan, brokers, registry, out);
        }
    }

    @Command(
            name = "check",
            description = "Say where partitions, replicas, configs, schemas or the compatibility rule deviate;"
                    + " exit status 1 if anything does.")
    int check(@Mixin ConfigOptions settings) {
        FristConfig config = settings.load();
        try (BrokerConnection brokers = BrokerConnection.open(config);
                RegistryConnection registry = RegistryConnection.open(config)) {
            return check(
                    TopicPlan.of(config), brokers, registry, spec.commandLine().getOut());
        }
    }

    private static int check(
            List<PlannedTopic> plan, BrokerConnection brokers, RegistryConnection registry, PrintWriter out) {
        List<String> deviations = new ArrayList<>(new TopicSetup(brokers).deviations(plan));
        deviations.addAll(new SchemaSetup(registry).deviations(plan));
        deviations.forEach(out::println);
        long schemas = plan.stream().filter(topic -> topic.schema().isPresent()).count();
        out.println(
                deviations.isEmpty()
                        ? plan.size() + " topics and " + schemas + " schemas are as planned"
                        : deviations.size() + " deviations from the plan");
        out.flush();
        return deviations.isEmpty() ? 0 : Failures.FAILED;
    }

    private static String made(PlannedTopic topic) {
        String replicas =
                topic.replicas().map(number -> number + " replicas").orElse("replicas by the brokers' default");
        String partitions = topic.partitions() == 1 ? "1 partition" : topic.partitions() + " partitions";
        return "topic " + topic.name() + ": made with " + partitions + ", " + replicas;
    }
}
