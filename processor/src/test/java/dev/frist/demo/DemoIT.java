package dev.frist.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.stack.SharedStack;
import dev.frist.stack.StackOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** The whole demo, shortened: a real broker and registry, the processor, and what a person sees. */
class DemoIT {

    private static final DemoPlan PLAN = DemoPlan.brief();

    @Test
    void livesThroughTheIncidentAndLeavesNothingBehind() {
        Set<Long> before = children();
        Path folder = SharedStack.newFolder();
        StringWriter shown = new StringWriter();
        Screen screen = new Screen(new PrintWriter(shown), Ansi.OFF, 100);

        DemoSummary summary;
        try (Demo demo = Demo.start(PLAN, StackOptions.single(folder).asTemporary(), screen)) {
            summary = demo.play();
            summary.print(screen);
        }

        List<TrafficEvent> events = Traffic.draw(PLAN).events();
        assertThat(summary.returns()).isEqualTo(returns(events));
        assertThat(summary.open()).isZero();
        assertThat(summary.resolvedInAll()).isGreaterThan(summary.disputedInAll());
        assertThat(summary.disputedInAll()).isPositive();
        assertThat(summary.withdrawn()).isPositive();
        assertThat(summary.underReview()).isPositive();
        assertThat(summary.deadLetters()).isEqualTo(1);
        assertThat(summary.naive())
                .isEqualTo(NaiveRule.underShortenedWindow(PLAN).judge(events).size());
        assertThat(summary.wrongly()).isPositive().isLessThan(summary.naive());
        assertThat(summary.tooEarly()).isPositive().isLessThan(summary.wrongly());
        assertThat(shown.toString())
                .contains("return opened", "resolved", "DISPUTE OPENED", "DISPUTE WITHDRAWN", "refusal recorded")
                .contains("policy demo@2 written", "wrongly")
                .doesNotContain("\u001B");
        assertThat(children()).isEqualTo(before);
        assertThat(Files.exists(folder)).isFalse();
    }

    private static int returns(List<TrafficEvent> events) {
        return (int) events.stream()
                .filter(event -> event.payload() instanceof ReturnRegistered)
                .map(TrafficEvent::orderId)
                .distinct()
                .count();
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
