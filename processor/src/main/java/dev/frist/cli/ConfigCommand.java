package dev.frist.cli;

import dev.frist.config.Setting;
import dev.frist.config.SettingsReference;
import dev.frist.config.WrongSettingsException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code frist config}: what is set, where, and what is wrong with it. */
@Command(
        name = "config",
        description = {
            "Print the settings in force and where each comes from, or everything that is wrong with them.",
            "Secrets are not shown."
        })
final class ConfigCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions settings;

    @Option(names = "--reference", description = "Print the description of every setting instead, in Markdown.")
    private boolean reference;

    private ConfigCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (reference) {
            out.print(SettingsReference.markdown());
            out.flush();
            return 0;
        }
        try {
            for (Setting setting : settings.load().effective()) {
                out.println(setting.name() + "=" + setting.value() + "  # " + setting.source());
            }
            out.flush();
            return 0;
        } catch (WrongSettingsException wrong) {
            PrintWriter err = spec.commandLine().getErr();
            wrong.problems().forEach(problem -> err.println("frist: " + problem.line()));
            err.flush();
            return Failures.FAILED;
        }
    }
}
