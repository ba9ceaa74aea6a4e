package dev.frist.cli;

import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.config.FristConfig;
import dev.frist.runtime.FristApp;
import dev.frist.setup.AclRole;
import dev.frist.setup.StartupException;
import dev.frist.stack.SecuredStack;
import dev.frist.stack.SharedSecuredStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The lists that {@code frist acls} prints are enough for each role, and the processor needs every entry of its own. */
@ExtendWith(SharedSecuredStack.class)
final class AclsIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private static void allow(SecuredStack stack, String user, AclRole role, Map<String, String> settings, String group)
            throws Exception {
        stack.allow(user, entries(user, role, settings, group));
    }

    private static List<AclBinding> entries(String user, AclRole role, Map<String, String> settings, String group) {
        return role.grants(FristConfig.of(settings), group).stream()
                .flatMap(grant -> grant.bindings("User:" + user).stream())
                .toList();
    }

    @Test
    void eachRoleGetsAlongWithItsListAlone(SecuredStack stack) throws Exception {
        Teams teams = new Teams("roles.", folder);
        Map<String, String> asOperator = teams.settings("roles-frist", stack.settingsOf("operator"));
        allow(stack, "operator", AclRole.TOPICS, asOperator, "");
        allow(stack, "tuner", AclRole.POLICIES, asOperator, "");
        allow(stack, "frist", AclRole.PROCESSOR, asOperator, "");
        allow(stack, "shop", AclRole.CHECKOUT, asOperator, "");
        allow(stack, "notifier", AclRole.NOTIFICATION, asOperator, "notifiers");
        allow(stack, "sorter", AclRole.DEAD_LETTERS, asOperator, "");

        CommandRun made = Teams.run(asOperator, "topics", "create");
        assertThat(made.err()).isEmpty();
        assertThat(made.lines()).endsWith("8 topics and 7 schemas are as planned");
        assertThat(Teams.run(asOperator, "topics", "check").status()).isZero();
        Map<String, String> asTuner = teams.settings("roles-frist", stack.settingsOf("tuner"));
        assertThat(Teams.run(asTuner, "policy", "apply", teams.policyOfASecond())
                        .err())
                .isEmpty();
        assertThat(Teams.run(asTuner, "policy", "list").out())
                .contains("quick@1")
                .contains("in force");

        Map<String, String> asShop = stack.settingsOf("shop");
        try (FristApp frist =
                FristApp.start(FristConfig.of(teams.settings("roles-frist", stack.settingsOf("frist"))))) {
            assertThat(frist.awaitRunning(LIMIT)).isTrue();
            tellStory(teams, asShop);

            Map<String, String> asNotifier = stack.brokerSettingsOf("notifier");
            Teams.consume(
                    asNotifier,
                    "notifiers",
                    Stream.of("disputes", "resolutions", "notices")
                            .map(teams::topic)
                            .toList(),
                    records -> topics(records).containsAll(List.of("disputes", "resolutions", "notices")));
            Teams.send(asNotifier, teams.topic("returns"), "O1", new byte[] {1});
            Map<String, String> asSorter = teams.settings("roles-frist", stack.settingsOf("sorter"));
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> new ObjectMapper()
                                    .readTree(Teams.run(asSorter, "dead-letters", "list", "--json")
                                            .out())
                                    .size()
                            == 2);
            CommandRun redriven =
                    Teams.run(asSorter, "dead-letters", "redrive", "--reason", "UNDECODABLE", "--execute");
            assertThat(redriven.err()).isEmpty();
            assertThat(redriven.lines()).endsWith("2 sent again");
            assertThat(frist.isRunning()).isTrue();
        }

        assertThatThrownBy(() -> Teams.send(asShop, teams.topic("disputes"), "O1", new byte[0]))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> Teams.send(asShop, teams.topic("window-policies"), "se@1", new byte[0]))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> Teams.consume(asShop, "notifiers", List.of(teams.topic("notices")), records -> false))
                .isInstanceOf(AuthorizationException.class);
        assertThat(Teams.run(teams.settings("x", stack.settingsOf("tuner")), "topics", "create")
                        .err())
                .startsWith("frist: ")
                .contains("uthoriz");
    }

    private static List<String> topics(List<org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> record.topic().substring("roles.".length()))
                .distinct()
                .toList();
    }

    /** A dispute, a resolution, notices and a dead letter come of it. */
    private static void tellStory(Teams teams, Map<String, String> asShop) throws Exception {
        teams.event(asShop, "O1", order(line("L1", 1, 50_000)));
        teams.event(asShop, "O1", registered("R1", units("L1", 1)));
        teams.event(asShop, "O2", order(line("L1", 1, 50_000)));
        teams.event(asShop, "O2", registered("R1", units("L1", 1)));
        teams.event(asShop, "O2", note("K1", credit("L1", 1, 50_000)));
        Teams.send(asShop, teams.topic("orders"), "O3", new byte[] {0, 9, 9, 9, 9, 9});
    }

    @Test
    void theProcessorNeedsEveryEntryOfItsList(SecuredStack stack) throws Exception {
        Teams teams = new Teams("needs.", folder);
        Map<String, String> administrator = Teams.administrator(stack);
        Map<String, String> setUp = teams.settings("needs", administrator);
        assertThat(Teams.run(setUp, "topics", "create").status()).isZero();
        assertThat(Teams.run(setUp, "policy", "apply", teams.policyOfASecond()).err())
                .isEmpty();
        tellStory(teams, administrator);

        int size = entries("any", AclRole.PROCESSOR, setUp, "").size();
        List<String> needless = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = "needs-" + i;
            Map<String, String> settings = teams.settings(name, stack.settingsOf(name));
            List<AclBinding> all = entries(name, AclRole.PROCESSOR, settings, "");
            List<AclBinding> others = new ArrayList<>(all);
            AclBinding missing = others.remove(i);
            stack.allow(name, others);
            int before = stack.denied().size();
            String failure = failure(stack, settings);
            if (failure.isEmpty()) {
                needless.add(missing.toString());
                continue;
            }
            List<String> said = new ArrayList<>(
                    stack.denied().subList(before, stack.denied().size()));
            said.removeIf(line -> !line.contains("User:" + name + " "));
            said.add(failure);
            assertThat(said)
                    .as("what is said for want of " + missing)
                    .anyMatch(line -> line.contains(missing.pattern().name()));
        }
        assertThat(needless)
                .as("entries without which the processor gets along")
                .isEmpty();
        Map<String, String> whole = teams.settings("needs-all", stack.settingsOf("needs-all"));
        allow(stack, "needs-all", AclRole.PROCESSOR, whole, "");
        assertThat(failure(stack, whole)).isEmpty();
    }

    /** Starts with an empty state folder, and once more: then the changelogs are read. */
    private static String failure(SecuredStack stack, Map<String, String> settings) throws Exception {
        String first = failureBefore(isEveryOutputWrittenTo(stack, settings), stack, settings);
        return first.isEmpty() ? failureBefore(() -> true, stack, settings) : first;
    }

    /** What went wrong; empty where all was read, and what is enough came about. */
    private static String failureBefore(Callable<Boolean> enough, SecuredStack stack, Map<String, String> settings)
            throws Exception {
        FristConfig config = FristConfig.of(settings);
        delete(config.stateDir());
        try (FristApp frist = FristApp.start(config)) {
            CompletableFuture<Boolean> end = CompletableFuture.supplyAsync(frist::awaitEnd);
            Awaitility.await()
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> end.isDone() || (frist.isRunning() && hasReadAll(stack, config) && enough.call()));
            return end.isDone() && !end.get() ? "gave up" : "";
        } catch (StartupException refused) {
            return refused.getMessage();
        }
    }

    private static Callable<Boolean> isEveryOutputWrittenTo(SecuredStack stack, Map<String, String> settings)
            throws Exception {
        List<TopicPartition> outputs = Stream.of("disputes", "resolutions", "notices", "dead-letters")
                .map(topic -> new TopicPartition(settings.get("topic.prefix") + topic, 0))
                .toList();
        Map<TopicPartition, Long> before = ends(stack, outputs);
        return () ->
                ends(stack, outputs).entrySet().stream().allMatch(end -> end.getValue() > before.get(end.getKey()));
    }

    private static boolean hasReadAll(SecuredStack stack, FristConfig config) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> read = stack.admin()
                .listConsumerGroupOffsets(config.applicationId())
                .partitionsToOffsetAndMetadata()
                .get();
        return read.size() == 3
                && ends(stack, read.keySet().stream().toList()).entrySet().stream()
                        .allMatch(end -> read.get(end.getKey()).offset() >= end.getValue());
    }

    private static Map<TopicPartition, Long> ends(SecuredStack stack, List<TopicPartition> partitions)
            throws Exception {
        return stack
                .admin()
                .listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static void delete(Path state) throws IOException {
        if (Files.exists(state)) {
            try (Stream<Path> files = Files.walk(state)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
