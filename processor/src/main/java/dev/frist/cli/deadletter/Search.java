package dev.frist.cli.deadletter;

import dev.frist.cli.CommandFailedException;
import dev.frist.config.FristConfig;
import dev.frist.deadletter.DeadLetterId;
import dev.frist.deadletter.DeadLetterTopic;
import dev.frist.deadletter.EventText;
import dev.frist.deadletter.RefusedRecord;
import dev.frist.setup.RegistryConnection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what the options select, and decodes it. */
final class Search {

    private Search() {}

    /**
     * What was found.
     *
     * @param isCut whether there are more than were asked for
     */
    record Found(List<Described> dead, boolean isCut) {}

    /**
     * Reads the topic.
     *
     * @param includeRedriven whether those that were sent again are wanted, too
     * @param most how many at most
     * @throws CommandFailedException where one that was named by its place is not there
     */
    static Found find(FristConfig config, SelectionOptions options, boolean includeRedriven, int most) {
        DeadLetterTopic topic = new DeadLetterTopic(config);
        DeadLetterTopic.Content content = topic.read(options.selection(config), includeRedriven, most);
        requireAll(options.ids(), content, topic.name());
        RegistryConnection.open(config).close();
        List<Described> dead = new ArrayList<>();
        try (EventText text = new EventText(config)) {
            for (RefusedRecord refused : content.refused()) {
                Described described = Described.of(topic.complete(refused), text, content.isRedriven(refused));
                if (options.source() == null || options.source().equals(described.source())) {
                    dead.add(described);
                }
            }
        }
        return new Found(dead, content.isCut());
    }

    private static void requireAll(Set<DeadLetterId> ids, DeadLetterTopic.Content content, String topic) {
        Set<DeadLetterId> missing = new LinkedHashSet<>(ids);
        content.refused().forEach(refused -> missing.remove(refused.id()));
        if (!missing.isEmpty()) {
            DeadLetterId first = missing.iterator().next();
            throw new CommandFailedException(
                    content.redriven().contains(first)
                            ? first + " was sent again already"
                            : "no dead letter lies at " + first + " of " + topic + " (that the other options select)");
        }
    }
}
