package dev.frist.experiments.variants;

import dev.frist.cli.ConfigOptions;
import dev.frist.config.FristConfig;
import dev.frist.runtime.FristApp;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a variant from the command line, as {@code frist run} runs the processor. */
@Command(name = "run", description = "Run a variant of the processor until SIGTERM.")
final class VariantProgram implements Callable<Integer> {

    private static final int GAVE_UP = 3;

    private final Variant variant;

    @Mixin
    private final ConfigOptions settings = new ConfigOptions();

    private VariantProgram(Variant variant) {
        this.variant = variant;
    }

    static void run(String[] args, Variant variant) {
        CommandLine program = new CommandLine(CommandSpec.create().name("variant"));
        program.addSubcommand(new VariantProgram(variant));
        System.exit(program.execute(args));
    }

    @Override
    public Integer call() {
        FristConfig config = settings.load().with(variant.settings());
        FristApp app = FristApp.prepare(config, variant::changed);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(app.stop() ? 0 : GAVE_UP)));
        app.start();
        System.out.println("metrics   " + app.managementUrl() + "/metrics");
        return app.awaitEnd() ? 0 : GAVE_UP;
    }
}
