package dev.frist.experiments.chaos;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.experiments.history.Closing;
import dev.frist.experiments.history.Dice;
import dev.frist.experiments.history.Form;
import dev.frist.experiments.history.History;
import dev.frist.experiments.history.Route;
import dev.frist.experiments.record.ClusterRecorder;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.RecordingFolder;
import dev.frist.experiments.record.TopicRecord;
import dev.frist.schema.Contracts;
import dev.frist.schema.DeadLetterHeaders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
        try (bed) {
            return run(bed, dice);
        }
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

    private Outcome run(TestBed bed, Dice dice) throws InterruptedException, IOException {
        Fleet fleet = new Fleet(bed.instances());
        bed.stack().closeFirst(fleet);
        Producers producers = new Producers(bed.config(), dice.split());
        bed.stack().closeFirst(producers);
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
        Saboteur saboteur = new Saboteur(bed.stack(), fleet, start, this::say);
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
        say("checking");
        return judge(history, schedule, producers, saboteur, fleet, recording);
    }

    private long settle(TestBed bed, long last) throws InterruptedException {
        try (Settling settling = new Settling(bed.config())) {
            settling.awaitDrained();
            return settling.awaitQuiet(last + form.aftermath());
        }
    }

    private Outcome judge(
            History history,
            Schedule schedule,
            Producers producers,
            Saboteur saboteur,
            Fleet fleet,
            Recording recording) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("orders", (long) history.orders());
        counts.put(
                "records sent",
                (long) producers.sent(Route.PLAIN) + producers.sent(Route.ANOTHER) + producers.sent(Route.COMMITTED));
        counts.put("records aborted", (long) producers.sent(Route.ABORTED));
        counts.put("deadlines due while all were down", inLag(history.unheeded(), saboteur));
        counts.put("corrections sent meanwhile", inLag(history.corrections(), saboteur));
        recording.outputs().forEach(record -> counts.merge(unprefixed(recording, record), 1L, Long::sum));
        List<String> shortcomings = new ArrayList<>(saboteur.shortcomings());
        shortcomings.addAll(shortcomings(history, schedule, saboteur, recording));
        return new Outcome(
                seed,
                form.name(),
                program.mainClass(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                counts,
                saboteur.incidents(),
                fleet.endedByThemselves(),
                Verdicts.of(recording, out),
                shortcomings);
    }

    private List<String> shortcomings(History history, Schedule schedule, Saboteur saboteur, Recording recording) {
        List<String> shortcomings = new ArrayList<>();
        long due = inLag(history.unheeded(), saboteur);
        long corrections = inLag(history.corrections(), saboteur);
        if (due < form.dueInLag() || corrections == 0) {
            shortcomings.add("only " + due + " deadlines were due while all processors were down, and " + corrections
                    + " corrections were sent");
        }
        long planned = (long) schedule.processors().size() + schedule.brokers().size();
        if (saboteur.incidents().size() < planned) {
            shortcomings.add(saboteur.incidents().size() + " of " + planned + " failures happened");
        }
        Set<Failure> missing = EnumSet.allOf(Failure.class);
        saboteur.incidents().forEach(incident -> missing.remove(incident.failure()));
        schedule.leftOut().forEach(missing::remove);
        if (!missing.isEmpty()) {
            shortcomings.add("never happened: " + missing);
        }
        Set<DeadLetterReason> unprovoked = EnumSet.copyOf(History.provokedReasons());
        recording.outputs().forEach(record -> {
            String reason = record.header(DeadLetterHeaders.REASON);
            if (unprefixed(recording, record).equals(Contracts.DEAD_LETTERS) && reason != null) {
                unprovoked.remove(DeadLetterReason.valueOf(reason));
            }
        });
        if (!unprovoked.isEmpty()) {
            shortcomings.add("no dead letter for " + unprovoked);
        }
        if (recording.outputs().stream()
                .noneMatch(record -> unprefixed(recording, record).equals(Contracts.DISPUTES))) {
            shortcomings.add("no dispute was opened");
        }
        return shortcomings;
    }

    /** How many instants fell into the time in which really no processor ran. */
    private static long inLag(List<Long> instants, Saboteur saboteur) {
        return saboteur.incidents().stream()
                .filter(incident -> incident.failure() == Failure.LAG)
                .mapToLong(lag -> History.between(
                        instants, saboteur.start() + lag.from(), saboteur.start() + lag.until()))
                .sum();
    }

    private static String unprefixed(Recording recording, TopicRecord record) {
        return record.topic().substring(recording.settings().topicPrefix().length());
    }

    private void say(String what) {
        out.printf(
                "seed %d, %3d s: %s%n",
                seed, Duration.ofNanos(System.nanoTime() - began).toSeconds(), what);
        out.flush();
    }
}
