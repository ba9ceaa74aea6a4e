package dev.frist.experiments.measure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The storm as a command. */
@Command(
        name = "storm",
        mixinStandardHelpOptions = true,
        description = "Lets the windows of many cases end in one second while new events keep coming.")
public final class StormCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--windows", defaultValue = "1000000", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int windows;

    @Option(names = "--rate", defaultValue = "200", description = "New cases each second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--build",
            defaultValue = "PT5M",
            description = "How long opening the cases may take before their windows end. Default: ${DEFAULT-VALUE}.")
    private Duration build = Duration.ofMinutes(5);

    @Option(names = "--set", description = "A setting of the processor beside the defaults, as NAME=VALUE.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--folder", defaultValue = "target/measure/storm", hidden = true)
    private Path folder = Path.of("target/measure/storm");

    private StormCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Rig rig = Rig.open(folder, settings)) {
            Storm.Result storm = new Storm(rig, windows, rate, build, line -> {
                        out.println("  " + line);
                        out.flush();
                    })
                    .run();
            out.printf("%,d windows ending in one second, one processor, %d partitions%n", windows, Rig.PARTITIONS);
            out.printf(
                    "  opened in                      %,d ms (%,d cases a second)%n",
                    storm.built(), windows * 1000L / storm.built());
            if (storm.built() > build.toMillis()) {
                out.println("  they were not open in time, so this was no storm: a longer --build is needed");
            }
            out.printf("  disputed                       %,d, repeated %,d%n", storm.disputed(), storm.repeated());
            out.printf(
                    "  all fired within               %,d ms (%,d a second)%n",
                    storm.allFired(), windows * 1000L / Math.max(1, storm.allFired()));
            out.printf("  lateness of firing             %s%n", storm.lateness());
            out.printf("  new cases meanwhile            %,d sent, %,d told of%n", storm.sent(), storm.told());
            out.printf("  delay of new events            %s%n", storm.delay());
            out.printf("  longest gap in consumption     %,d ms%n", storm.gap());
            storm.worst().forEach((name, value) -> out.printf("  %s %,.0f%n", name, value));
            out.flush();
            boolean isWhole = storm.isAlive()
                    && storm.disputed() == windows
                    && storm.repeated() == 0
                    && storm.told() == storm.sent();
            return isWhole ? 0 : 1;
        }
    }
}
