package dev.frist.experiments.chaos;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an instance runs: the distribution as it is shipped, or a variant of the processor that lies on this program's own
 * class path.
 *
 * @param mainClass is called with {@code run --config FILE}
 */
record Program(String mainClass, String classPath, List<String> jvmOptions) {

    /** The processor's own main class. */
    static final String PROCESSOR = "dev.frist.cli.Frist";

    /** The settings, in an instance's folder. */
    static final String SETTINGS = "frist.properties";

    /** The local copy of the state, in an instance's folder. */
    static final String STATE = "state";

    /**
     * A program by its main class.
     *
     * @param distribution the folder with {@code lib/} and {@code conf/}
     */
    static Program of(String mainClass, Path distribution) {
        Path home = distribution.toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new ExperimentException("there is no distribution in " + home + ": build it with"
                    + " 'mvn -q -pl processor -am -DskipTests package'");
        }
        List<String> options = List.of(
                "-Dfrist.home=" + home,
                "-Dlogback.configurationFile=" + home.resolve("conf").resolve("logback.xml"));
        return mainClass.equals(PROCESSOR)
                ? new Program(mainClass, home.resolve("lib") + File.separator + "*", options)
                : new Program(mainClass, System.getProperty("java.class.path"), options);
    }

    List<String> options(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(jvmOptions);
        return all;
    }

    List<String> arguments() {
        return List.of("run", "--config", SETTINGS);
    }
}
