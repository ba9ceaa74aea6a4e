package dev.frist.experiments.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.cli.Frist;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.CalendarRule;
import dev.frist.domain.policy.Cutoff;
import dev.frist.domain.policy.DayCount;
import dev.frist.domain.policy.OpenCases;
import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.Roll;
import dev.frist.domain.policy.Scope;
import dev.frist.domain.policy.UncontestedRefusal;
import dev.frist.domain.policy.Window;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.experiments.check.CheckCommand;
import dev.frist.experiments.check.Checker;
import dev.frist.experiments.check.Kind;
import dev.frist.experiments.check.Report;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.RecordingFolder;
import dev.frist.schema.Contracts;
import dev.frist.stack.LocalStack;
import dev.frist.stack.StackHome;
import dev.frist.stack.StackOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The checker finds the breach of each processor that is broken on purpose, in the failure that exposes it, on a real
 * broker; and of the honest processor, in the same failures, it finds nothing.
 */
class BrokenVariantsIT {

    private static final int FILLER = 20_000;

    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "variants-stack-");
        stack = LocalStack.start(StackHome.find(), StackOptions.single(folder));
    }

    @AfterAll
    static void end() {
        stack.close();
    }

    @Test
    void ofTheHonestProcessorNothingIsFoundUnderTheSameFailures() throws Exception {
        try (LiveRun run = new LiveRun(stack, "honest", policy("PT12S", "PT1S"), Map.of())) {
            run.start(Frist.class);
            register(run, "kill", 30);
            run.await(() -> run.decisions(Contracts.NOTICES).size() >= 10);
            run.kill();
            run.start(Frist.class);
            run.await(() -> run.decisions(Contracts.NOTICES).size() >= 30);
            creditWhileNobodyReads(run, Frist.class);
            run.await(() -> ended(run).size() == 60);

            long settledAt = System.currentTimeMillis();
            run.stop();
            Recording recording = run.recording(settledAt);
            Report report = Checker.check(recording);

            assertThat(report.findings()).isEmpty();
            assertThat(report.tally()).containsEntry("duplicates", FILLER - 1L).containsEntry("orders", 60L);
            assertThat(run.decisions(Contracts.DISPUTES))
                    .extracting(Decision::orderId)
                    .allMatch(orderId -> orderId.startsWith("kill"));
            assertThat(checkedAgain(recording, run.folder().resolve("recording")))
                    .isEqualTo(report.tally());
        }
    }

    @Test
    void firingByTheWallClockOnlyIsCaughtWhileInputIsHeldUp() throws Exception {
        try (LiveRun run = new LiveRun(stack, "wall-clock", policy("PT12S", "PT1S"), Map.of())) {
            run.start(WallClockOnly.class);
            creditWhileNobodyReads(run, WallClockOnly.class);
            run.await(() -> run.decisions(Contracts.DISPUTES).size() >= 30);
            run.stop();

            Report report = Checker.check(run.recording(0));

            assertThat(report.counts().get(Kind.DISPUTE_PREVENTED)).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void processingAtLeastOnceWithoutIdempotenceIsCaughtByAKill() throws Exception {
        Map<String, String> settings =
                Map.of("commit.interval.ms", "60000", "producer.transaction.timeout.ms", "120000");
        try (LiveRun run = new LiveRun(stack, "at-least-once", policy("PT1H", "PT1S"), settings)) {
            run.start(WithoutIdempotence.class);
            register(run, "kill", 30);
            run.await(() -> run.decisions(Contracts.NOTICES).size() == 30);
            run.kill();
            run.start(WithoutIdempotence.class);
            run.await(() -> run.decisions(Contracts.NOTICES).size() > 30);
            run.stop();

            Report report = Checker.check(run.recording(0));

            assertThat(report.counts().get(Kind.DECISION_DOUBLED)).isPositive();
        }
    }

    @Test
    void scanningWithoutTheGraceIsCaughtAtRest() throws Exception {
        try (LiveRun run = new LiveRun(stack, "without-grace", policy("PT2S", "PT4S"), Map.of())) {
            run.start(WithoutGrace.class);
            register(run, "rest", 20);
            run.await(() -> run.decisions(Contracts.DISPUTES).size() == 20);
            run.stop();

            Report report = Checker.check(run.recording(0));

            assertThat(report.counts()).containsEntry(Kind.DISPUTE_EARLY, 20);
        }
    }

    private static void register(LiveRun run, String name, int orders) {
        for (int i = 0; i < orders; i++) {
            String orderId = name + i;
            run.eventually(orderId, order(), 1);
            run.eventually(orderId, new ReturnRegistered("R1", ReturnKind.FAULTY, Party.CONSUMER, units()), 1);
        }
        run.flush();
    }

    /** Thirty returns are credited in full before their deadline, behind a heap of other records, and nobody reads. */
    private static void creditWhileNobodyReads(LiveRun run, Class<?> program) throws Exception {
        register(run, "lag", 30);
        run.await(() -> lagging(run).size() == 30);
        run.kill();
        run.eventually("lag0", credit("K-lag0"), FILLER);
        for (int i = 1; i < 30; i++) {
            run.eventually("lag" + i, credit("K" + i), 1);
        }
        run.flush();
        long due = lagging(run).stream()
                .mapToLong(decision -> decision.deadline().due())
                .max()
                .orElseThrow();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> System.currentTimeMillis() > due + 2_000);
        run.start(program);
    }

    private static List<Decision> lagging(LiveRun run) {
        return run.decisions(Contracts.NOTICES).stream()
                .filter(decision -> decision.orderId().startsWith("lag"))
                .toList();
    }

    private static Set<String> ended(LiveRun run) {
        Set<String> orders = new HashSet<>();
        run.decisions(Contracts.DISPUTES).forEach(decision -> orders.add(decision.orderId()));
        run.decisions(Contracts.RESOLUTIONS).forEach(decision -> orders.add(decision.orderId()));
        return orders;
    }

    private static Map<String, Long> checkedAgain(Recording recording, Path folder) throws Exception {
        RecordingFolder.save(recording, folder);
        StringWriter out = new StringWriter();
        int status = CheckCommand.commandLine().setOut(new PrintWriter(out)).execute(folder.toString());
        assertThat(out.toString()).contains("Nothing is wrong.");
        assertThat(status).isZero();
        return Checker.check(RecordingFolder.load(folder)).tally();
    }

    private static OrderPlaced order() {
        return new OrderPlaced(
                "M1",
                new Channel("DIRECT", "merchant"),
                "SE",
                "SEK",
                "C1",
                List.of(new OrderLine("L1", "SHOE", LineType.PHYSICAL, 1, 50_000, 2500)));
    }

    private static List<LineQuantity> units() {
        return List.of(new LineQuantity("L1", 1));
    }

    private static CreditNoteIssued credit(String correctionId) {
        return new CreditNoteIssued(
                correctionId,
                null,
                "R1",
                "SEK",
                List.of(new CreditLine("L1", 1, 50_000)),
                0,
                50_000,
                CorrectionReason.RETURN);
    }

    /** A deadline counts from when the merchant is told, so that a slow machine has as long as a fast one. */
    private static WindowPolicy policy(String minimumNotice, String grace) {
        return new WindowPolicy(
                new PolicyRef("short", 1),
                new Scope("SE", null, null, null),
                0,
                Window.parse("PT1S"),
                Anchor.REGISTERED,
                Window.parse("P14D"),
                Window.parse("P30D"),
                Window.parse(minimumNotice),
                List.of(),
                Window.parse(grace),
                new CalendarRule(ZoneId.of("Europe/Stockholm"), "SE", DayCount.CALENDAR, Roll.NONE, Cutoff.SAME_TIME),
                0,
                0,
                UncontestedRefusal.ESCALATES,
                false,
                OpenCases.NEW_CASES_ONLY,
                "ops",
                null,
                "tried out");
    }
}
