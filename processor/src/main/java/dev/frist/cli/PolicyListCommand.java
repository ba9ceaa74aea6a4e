package dev.frist.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.setup.PolicyTopic;
import dev.frist.setup.PolicyTopic.Version;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code frist policy list}: who wrote what when, and what became of it. */
@Command(
        name = "list",
        description =
                "List every version in the topic: who wrote and approved it, when and why, and whether it counts.")
final class PolicyListCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions settings;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private PolicyListCommand() {}

    @Override
    public Integer call() throws JsonProcessingException {
        PolicyTopic.Content content = new PolicyTopic(settings.load()).read();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            List<Map<String, @Nullable Object>> versions = new ArrayList<>();
            content.versions().forEach(version -> versions.add(asJson(version, status(version, content))));
            out.println(JSON.writeValueAsString(versions));
        } else if (content.versions().isEmpty()) {
            out.println("no policies");
        } else {
            table(content).print(out);
        }
        out.flush();
        return 0;
    }

    private static PlainTable table(PolicyTopic.Content content) {
        PlainTable table =
                new PlainTable("POLICY", "STATUS", "EFFECTIVE FROM", "WRITTEN AT", "AUTHOR", "APPROVED BY", "REASON");
        for (Version version : content.versions()) {
            WindowPolicy policy = version.policy();
            String status = status(version, content);
            table.row(
                    version.key(),
                    version.isAccepted() ? status : status + ": " + version.objection(),
                    policy == null
                            ? "-"
                            : Instant.ofEpochMilli(policy.effectiveFrom()).toString(),
                    Instant.ofEpochMilli(version.writtenAt()).toString(),
                    policy == null ? "-" : policy.author(),
                    policy == null || policy.approvedBy() == null ? "-" : policy.approvedBy(),
                    policy == null ? "-" : policy.reason());
        }
        return table;
    }

    private static String status(Version version, PolicyTopic.Content content) {
        WindowPolicy policy = version.policy();
        if (!version.isAccepted() || policy == null) {
            return "rejected";
        }
        long now = System.currentTimeMillis();
        if (content.accepted().inForce(now).contains(policy)) {
            return "in force";
        }
        return policy.effectiveFrom() > now ? "to come" : "superseded";
    }

    private static Map<String, @Nullable Object> asJson(Version version, String status) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("key", version.key());
        json.put("status", status);
        json.put("objection", version.objection());
        json.put("writtenAt", Instant.ofEpochMilli(version.writtenAt()).toString());
        json.put("offset", version.offset());
        WindowPolicy policy = version.policy();
        json.put("policy", policy == null ? null : PolicyFields.of(policy));
        return json;
    }
}
