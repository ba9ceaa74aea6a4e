package dev.frist.experiments.chaos;

import dev.frist.experiments.history.Closing;
import dev.frist.experiments.history.Dice;
import dev.frist.experiments.history.Form;
import dev.frist.experiments.history.History;
import dev.frist.experiments.record.ClusterRecorder;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.RecordingFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One seed: everything is started, a history is sent, things fail, all comes to rest, and the checker judges. */
final class Experiment {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final long BEFORE_THE_START = 1_500;

    private final long seed;
    private final Form form;
    private final Program program;
    private final Path folder;
    private final PrintWriter out;
    private final long began = System.nanoTime();

    /**
     * Prepares.
     *
     * @param folder for data, logs and the recording
     * @param out is told how far it is
     */
    Experiment(long seed, Form form, Program program, Path folder, PrintWriter out) {
        this.seed = seed;
        this.form = form;
        this.program = program;
        this.folder = folder;
        this.out = out;
    }

    /** Where the recording is put. */
    static Path recording(Path folder) {
        return folder.resolve("recording");
    }

    Outcome run() throws InterruptedException, IOException {
        Dice dice = new Dice(seed);
        say("starting three brokers and a registry");
        TestBed bed = TestBed.lay(folder, form, seed, program);
        Evidence evidence;
        try (bed) {
            evidence = run(bed, dice);
        }
        say("checking");
        Map<String, Integer> findings = Verdicts.of(evidence.recording(), out);
        return new Outcome(
                seed,
                form.name(),
                program.mainClass(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                evidence.counts(),
                evidence.incidents(),
                evidence.endedByThemselves(),
                findings,
                evidence.shortcomings());
    }

    /** What is left to say of an experiment that could not be ended. */
    Outcome failed(RuntimeException failure) {
        return new Outcome(
                seed,
                form.name(),
                program.mainClass(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                Map.of("orders", (long) form.orders()),
                List.of(),
                List.of(),
                Map.of(),
                List.of("it could not be ended: " + failure.getMessage()));
    }

    private Evidence run(TestBed bed, Dice dice) throws InterruptedException, IOException {
        Fleet fleet = new Fleet(bed.instances());
        bed.stack().closeFirst(fleet);
        Producers producers = new Producers(bed.config(), dice.split());
        bed.stack().closeFirst(producers);
        Membership members = new Membership(bed.config());
        bed.stack().closeFirst(members);
        fleet.scaleTo(1);
        Fleet.awaitRunning(bed.instances().get(0), START_LIMIT);

        long start = System.currentTimeMillis() + BEFORE_THE_START;
        Schedule schedule = Schedule.draw(dice.split(), form);
        Step lag = schedule.lag();
        History history = History.draw(
                dice.split(),
                form,
                start,
                start + lag.at(),
                start + lag.at() + lag.length(),
                schedule.registryOutages(start));
        say("sending " + history.records().size() + " records about " + history.orders() + " orders for "
                + form.traffic() / 1000 + " s");
        producers.start(history.records());
        Saboteur saboteur = new Saboteur(
                bed.stack(), fleet, members, start, from -> history.enoughDue(from, form.dueInLag()), this::say);
        saboteur.begin(schedule);
        saboteur.await();
        producers.await();
        say("waiting until nothing is left to do");
        producers.finish(Closing.records(TestBed.PARTITIONS));
        long last = System.currentTimeMillis();
        long settledAt = settle(bed, last);
        fleet.stopAll(fleet::stop);
        say("recording");
        Recording recording = ClusterRecorder.read(bed.config(), producers.journal(), settledAt);
        RecordingFolder.save(recording, recording(folder));
        return new Evidence(
                form,
                start,
                history,
                schedule,
                producers.sent(),
                producers.aborted(),
                saboteur.incidents(),
                saboteur.shortcomings(),
                fleet.endedByThemselves(),
                recording);
    }

    private long settle(TestBed bed, long last) throws InterruptedException {
        try (Settling settling = new Settling(bed.config())) {
            settling.awaitDrained();
            return settling.awaitQuiet(last + form.aftermath());
        }
    }

    private void say(String what) {
        out.printf(
                "seed %d, %3d s: %s%n",
                seed, Duration.ofNanos(System.nanoTime() - began).toSeconds(), what);
        out.flush();
    }
}
