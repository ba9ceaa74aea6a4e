package dev.frist.docs;

import dev.frist.config.FristConfig;
import dev.frist.setup.AclRole;
import dev.frist.setup.Grant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;

/** The least rights on the brokers of each role. */
final class AclsDocument {

    private AclsDocument() {}

    static Document make() {
        FristConfig config = Defaults.config();
        Markdown page = Markdown.titled("Rights on the brokers")
                .paragraph(
                        "The least that each role gets along with. Reading and writing imply describing; no role needs a"
                                + " right on the cluster. `frist acls ROLE --principal User:NAME` prints them as lines for"
                                + " `kafka-acls`, and with `--format json` as data, with the `topic.prefix` and the"
                                + " `application.id` that are set.")
                .paragraph("`AclsIT` gives each role these entries and nothing else on brokers with SASL_SSL and an"
                        + " authorizer, and lets all of them work together; then it takes one entry after the other from the"
                        + " processor, which fails each time.")
                .paragraph(
                        "A schema registry has rights of its own: whoever publishes or consumes reads subjects, versions"
                                + " and ids; only `frist topics create` registers schemas and sets their compatibility.");
        for (AclRole role : AclRole.values()) {
            page.heading(2, "`" + word(role.name()) + "`");
            page.paragraph(upper(role.who()) + ".");
            page.table(
                    List.of("Resource", "Operations", "Why"),
                    role.grants(config, "GROUP").stream().map(AclsDocument::row).toList());
        }
        return page.as("acls.md");
    }

    private static List<String> row(Grant grant) {
        boolean isPrefix = grant.resource().patternType() == PatternType.PREFIXED;
        return List.of(
                word(grant.resource().resourceType().name()) + " "
                        + Markdown.code(grant.resource().name() + (isPrefix ? "*" : "")),
                grant.operations().stream().map(AclsDocument::operation).collect(Collectors.joining(", ")),
                Markdown.cell(grant.why()));
    }

    private static String operation(AclOperation operation) {
        return Arrays.stream(operation.name().split("_"))
                .map(part -> upper(part.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
