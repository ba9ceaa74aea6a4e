package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.contract.EventWriter;
import dev.frist.ops.alerts.MonitoringFiles;
import dev.frist.ops.alerts.ScrapeCheck;
import dev.frist.ops.metrics.FristMeter;
import dev.frist.ops.metrics.MeterTag;
import dev.frist.ops.metrics.Scrape;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a running processor, with some traffic behind it, shows of itself; and that rules and dashboard ask for nothing else. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MonitoringIT {

    private LiveTopics topics;
    private LiveApp app;
    private Scrape scrape;

    @BeforeAll
    void runTraffic(LocalStack stack) throws Exception {
        topics = new LiveTopics(stack);
        topics.policy(LivePolicies.seconds(1, 12));
        app = LiveApp.start(stack, topics, "monitored");
        topics.event("O1", Samples.order());
        topics.event("O1", Samples.registered(1));
        topics.event("O2", Samples.order());
        topics.event("O2", Samples.registered(1));
        topics.event("O2", Samples.credited(1));
        topics.event("O3", Samples.registered(1));
        SpecificRecord twice =
                EventWriter.write("same", "O4", Instant.now().toEpochMilli(), "it", null, Samples.order());
        topics.send(topics.names().orders(), "O4", twice);
        topics.send(topics.names().orders(), "O4", twice);
        topics.raw(topics.names().returns(), new byte[] {1}, "no event".getBytes(StandardCharsets.UTF_8));
        topics.policy(LivePolicies.seconds(2, 1));
        // Its pauses are shown once there was one.
        System.gc();
        await().atMost(LiveApp.LIMIT).untilAsserted(() -> {
            scrape = app.scrape();
            assertThat(scrape.sum("frist_disputes_opened_total")).isOne();
            assertThat(scrape.sum("frist_disputes_prevented_total", "when", "in_window"))
                    .isOne();
            assertThat(scrape.sum("frist_dead_letters_total", "reason", "UNDECODABLE"))
                    .isOne();
            assertThat(scrape.sum("frist_dead_letters_total", "reason", "POLICY_REJECTED"))
                    .isOne();
            assertThat(scrape.sum("frist_policy_version", "policy", "live")).isOne();
            assertThat(scrape.sum("frist_state_disk_bytes")).isPositive();
            assertThat(scrape.samples("jvm_gc_pause_seconds_sum")).isNotEmpty();
            assertThat(new ObjectMapper()
                            .readTree(app.get("/status", true).body())
                            .get("oldestDue")
                            .isNull())
                    .isFalse();
        });
        Files.writeString(
                Path.of("target", "scrape.txt"), app.get("/metrics", true).body());
    }

    @AfterAll
    void stop() {
        if (app != null) {
            app.close();
        }
        topics.close();
    }

    @ParameterizedTest
    @EnumSource(FristMeter.class)
    void everyMeterIsThereWithItsTagsAndNoOthers(FristMeter meter) {
        String name = meter.kind() == FristMeter.Kind.TIMER ? meter.scrapedName() + "_count" : meter.scrapedName();
        Set<String> tags = meter.tags().stream().map(MeterTag::name).collect(Collectors.toSet());
        assertThat(scrape.samples(name)).isNotEmpty();
        assertThat(scrape.labels(name)).isEqualTo(tags);
        scrape.samples(name)
                .forEach(sample -> meter.tags()
                        .forEach(tag -> assertThat(tag.allows(sample.labels().get(tag.name())))
                                .as("%s", sample)
                                .isTrue()));
    }

    @Test
    void alertsAndPanelsNameNothingThatIsNotThere() {
        ScrapeCheck check = new ScrapeCheck(scrape);
        SoftAssertions softly = new SoftAssertions();
        MonitoringFiles.expressions()
                .forEach((where, expression) ->
                        softly.assertThat(check.lacking(expression)).as(where).isEmpty());
        softly.assertAll();
    }

    @Test
    void everyMeterOfOursIsDefined() {
        Set<String> defined =
                Stream.of(FristMeter.values()).map(FristMeter::scrapedName).collect(Collectors.toSet());
        assertThat(scrape.names().stream()
                        .filter(name -> name.startsWith("frist_"))
                        .map(name -> name.replaceAll("_seconds_(bucket|count|sum|max)$", "_seconds"))
                        .collect(Collectors.toSet()))
                .isSubsetOf(defined);
    }

    @Test
    void theFiguresAreThoseOfTheTraffic() {
        assertThat(scrape.sum("frist_records_total")).isEqualTo(9);
        assertThat(scrape.sum("frist_records_duplicate_total", "topic", "orders"))
                .isOne();
        assertThat(scrape.sum("frist_parked_events")).isOne();
        assertThat(scrape.sum("frist_cases", "state", "disputed")).isOne();
        assertThat(scrape.sum("frist_cases", "state", "open")).isZero();
        assertThat(scrape.sum("frist_decisions_total", "type", "OPENED", "market", "SE", "channel", "DIRECT"))
                .isOne();
        assertThat(scrape.sum("frist_disputes_early_total")).isZero();
        assertThat(scrape.sum("frist_policies_rejected")).isOne();
        assertThat(scrape.sum("frist_tasks")).isEqualTo(LiveTopics.PARTITIONS);
        assertThat(scrape.sum("frist_streams_state")).isOne();
        assertThat(scrape.sum("frist_state_disk_bytes")).isPositive();
        assertThat(scrape.samples("frist_input_complete_age_seconds")).hasSize(LiveTopics.PARTITIONS);
    }

    @Test
    void nothingThatNamesAnOrderAMerchantOrACustomerIsShown() throws Exception {
        for (String path : List.of("/metrics", "/status", "/topology", "/health/live", "/health/ready")) {
            assertThat(app.get(path, true).body()).doesNotContain("\"O1\"", "\"R1\"", "\"M1\"", "\"C1\"");
        }
    }

    @Test
    void theStatusSaysHowThingsStand() throws Exception {
        JsonNode status = new ObjectMapper().readTree(app.get("/status", true).body());
        assertThat(status.at("/state").asText()).isEqualTo("RUNNING");
        assertThat(status.at("/build/version").asText()).isNotBlank();
        assertThat(status.at("/build/commit").asText()).isNotBlank();
        assertThat(status.at("/tasks").findValuesAsText("partition")).containsExactly("0", "1", "2");
        assertThat(status.at("/tasks"))
                .allSatisfy(task -> assertThat(
                                Instant.parse(task.get("completeUpTo").asText()))
                        .isAfter(Instant.now().minusSeconds(60)));
        assertThat(status.at("/restoring")).isEmpty();
        assertThat(status.at("/policies/accepted").asInt()).isOne();
        assertThat(status.at("/policies/rejected").asInt()).isOne();
        assertThat(status.at("/policies/inForce/0/policyId").asText()).isEqualTo("live");
        assertThat(Instant.parse(status.at("/oldestDue").asText()))
                .isAfter(Instant.now().minusSeconds(60));
        assertThat(status.at("/threads/0/active")).isNotEmpty();
        assertThat(Instant.parse(status.at("/input/answeredAt").asText()))
                .isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void theTopologyIsShownAsTextAndAsAPicture() throws Exception {
        assertThat(app.get("/topology", true).body()).contains("Processor: cases");
        HttpResponse<String> picture = app.get("/topology?format=svg", true);
        assertThat(picture.headers().firstValue("content-type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(picture.body()).startsWith("<svg").contains(topics.names().orders(), "handling-windows");
        assertThat(app.get("/topology.svg", true).body()).isEqualTo(picture.body());
        assertThat(app.get("/topology?format=pdf", true).statusCode()).isEqualTo(400);
    }

    @Test
    void healthIsForEverybodyAndTheRestForWhoShowsTheToken() throws Exception {
        assertThat(app.get("/health/live", false).statusCode()).isEqualTo(200);
        assertThat(app.get("/health/ready", false).statusCode()).isEqualTo(200);
        for (String path : List.of("/metrics", "/status", "/topology", "/topology.svg", "/")) {
            assertThat(app.get(path, false).statusCode()).as(path).isEqualTo(401);
        }
    }
}
