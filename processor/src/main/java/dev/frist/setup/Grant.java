package dev.frist.setup;

import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a role may do with a resource of the brokers.
 *
 * @param resource a topic, a group or a transactional id, or all whose name begins so
 * @param operations the least that is needed; what they imply (reading and writing imply describing) is not named
 * @param why what for, as a clause
 */
public record Grant(ResourcePattern resource, List<AclOperation> operations, String why) {

    private static final String ANY_HOST = "*";

    static Grant topic(String name, String why, AclOperation... operations) {
        return literal(ResourceType.TOPIC, name, why, operations);
    }

    static Grant literal(ResourceType type, String name, String why, AclOperation... operations) {
        return new Grant(new ResourcePattern(type, name, PatternType.LITERAL), List.of(operations), why);
    }

    /** All of a kind whose name begins so. */
    static Grant prefixed(ResourceType type, String prefix, String why, AclOperation... operations) {
        return new Grant(new ResourcePattern(type, prefix, PatternType.PREFIXED), List.of(operations), why);
    }

    /** The entries of the brokers' lists for a principal such as {@code User:frist}, one an operation. */
    public List<AclBinding> bindings(String principal) {
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW)))
                .toList();
    }
}
