package dev.frist.deadletter;

import dev.frist.config.FristConfig;
import dev.frist.deadletter.Redrive.Sending;
import dev.frist.domain.fact.Position;
import dev.frist.schema.Contracts;
import dev.frist.setup.TopicPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which refused records are to be sent again, and which can't be.
 *
 * @param sendings what is sent
 * @param objections why one is not, by its place
 * @param isCut whether there are more than were asked for
 */
public record RedrivePlan(List<Sending> sendings, Map<DeadLetterId, String> objections, boolean isCut) {

    /**
     * Looks at what is selected.
     *
     * @param source what the envelope must name as its source; null where that does not matter
     * @param fixed mended events by the dead letter whose place they take, as JSON
     * @param most how many at most
     * @throws dev.frist.setup.StartupException if a topic can't be read
     */
    public static RedrivePlan of(
            FristConfig config,
            DeadLetterTopic topic,
            Selection selection,
            @Nullable String source,
            Map<DeadLetterId, String> fixed,
            EventText text,
            int most) {
        // Those that were named one by one are told that they were sent again; others are passed over.
        boolean isNamed = !selection.ids().isEmpty();
        DeadLetterTopic.Content content = topic.read(selection, isNamed, most);
        List<Sending> sendings = new ArrayList<>();
        Map<DeadLetterId, String> objections = new LinkedHashMap<>();
        selection.ids().forEach(id -> objections.put(id, "there is no such dead letter"));
        for (RefusedRecord found : content.refused()) {
            objections.remove(found.id());
            String objection = content.isRedriven(found) ? "it was sent again already" : objection(config, found);
            // Only what an event topic of ours refused is looked up there: its headers may name anything.
            RefusedRecord refused = objection == null ? topic.complete(found) : found;
            if (source != null && !source.equals(text.read(refused).source())) {
                continue;
            }
            String event = fixed.get(refused.id());
            if (objection == null && event == null && refused.omitted() != null && refused.value() == null) {
                objection = "its value was left out (" + refused.omitted() + ") and lies no longer where it came from";
            }
            if (objection != null) {
                objections.put(refused.id(), objection);
                continue;
            }
            try {
                sendings.add(event == null ? Sending.untouched(refused) : mended(refused, event, text));
            } catch (IllegalArgumentException wrong) {
                objections.put(refused.id(), String.valueOf(wrong.getMessage()));
            }
        }
        return new RedrivePlan(List.copyOf(sendings), Map.copyOf(objections), content.isCut());
    }

    /** A header must not lead this program to write into any topic but those that the processor reads. */
    private static @Nullable String objection(FristConfig config, RefusedRecord refused) {
        Position origin = refused.origin();
        if (origin == null) {
            return "its headers don't say where it came from";
        }
        if (origin.topic().equals(config.topicPrefix() + Contracts.WINDOW_POLICIES)) {
            return "policies are written by `frist policy apply`, which asks the guard first";
        }
        return TopicPlan.isAny(TopicPlan.EVENTS, origin.topic(), config)
                ? null
                : origin.topic() + " is none of the event topics under '" + config.topicPrefix() + "'";
    }

    private static Sending mended(RefusedRecord refused, String event, EventText text) {
        String topic = refused.origin() == null ? "" : refused.origin().topic();
        return new Sending(refused, EventText.key(event), text.write(topic, event), true);
    }
}
