package dev.frist.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.frist.config.FristConfig;
import dev.frist.setup.AclRole;
import dev.frist.setup.Grant;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code frist acls}: the rights that the brokers must give to each role. */
@Command(
        name = "acls",
        description = {
            "Print the least rights on the brokers that a role gets along with, or all roles.",
            "Nothing is asked or changed: whoever administers the brokers does that."
        })
final class AclsCommand implements Callable<Integer> {

    /** How they are printed. */
    enum Format {
        COMMANDS,
        JSON
    }

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions settings;

    @Parameters(arity = "0..*", paramLabel = "ROLE", description = "One or more of ${COMPLETION-CANDIDATES}.")
    private List<AclRole> roles = List.of();

    @Option(
            names = "--principal",
            paramLabel = "TYPE:NAME",
            description = "Whom the rights are given to. Default: User: and the role's name.")
    private String principal = "";

    @Option(
            names = "--group",
            defaultValue = "my-group",
            paramLabel = "NAME",
            description = "The consumer group of a role that brings one of its own (default: ${DEFAULT-VALUE}).")
    private String group = "";

    @Option(
            names = "--format",
            defaultValue = "COMMANDS",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}): kafka-acls lines, or data.")
    private Format format = Format.COMMANDS;

    private AclsCommand() {}

    @Override
    public Integer call() throws JsonProcessingException {
        FristConfig config = settings.loadOffline();
        PrintWriter out = spec.commandLine().getOut();
        List<AclRole> wanted = roles.isEmpty() ? List.of(AclRole.values()) : roles;
        switch (format) {
            case COMMANDS -> wanted.forEach(role -> commands(role, role.grants(config, group), out));
            case JSON -> out.println(JSON.writeValueAsString(json(wanted, config)));
        }
        out.flush();
        return 0;
    }

    private void commands(AclRole role, List<Grant> grants, PrintWriter out) {
        out.println("# " + role.who().replace("`", ""));
        for (Grant grant : grants) {
            String operations = grant.operations().stream()
                    .map(operation -> "--operation " + word(operation))
                    .collect(Collectors.joining(" "));
            String prefixed =
                    grant.resource().patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
            out.println(
                    "kafka-acls --bootstrap-server \"$BROKERS\" --command-config \"$ADMIN\" --add --allow-principal '"
                            + principalOf(role) + "' " + operations + " --"
                            + flag(grant.resource().resourceType()) + " "
                            + grant.resource().name() + prefixed);
        }
    }

    private List<Map<String, String>> json(List<AclRole> wanted, FristConfig config) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (AclRole role : wanted) {
            for (Grant grant : role.grants(config, group)) {
                for (AclBinding binding : grant.bindings(principalOf(role))) {
                    Map<String, String> entry = new LinkedHashMap<>();
                    entry.put("principal", binding.entry().principal());
                    entry.put("host", binding.entry().host());
                    entry.put("permission", binding.entry().permissionType().name());
                    entry.put("operation", binding.entry().operation().name());
                    entry.put("resourceType", binding.pattern().resourceType().name());
                    entry.put("patternType", binding.pattern().patternType().name());
                    entry.put("resourceName", binding.pattern().name());
                    entry.put("why", grant.why());
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private String principalOf(AclRole role) {
        return principal.isEmpty()
                ? "User:" + role.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : principal;
    }

    private static String flag(ResourceType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the tool has it: DESCRIBE_CONFIGS is DescribeConfigs. */
    private static String word(AclOperation operation) {
        StringBuilder word = new StringBuilder();
        for (String part : operation.name().split("_", -1)) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }
}
