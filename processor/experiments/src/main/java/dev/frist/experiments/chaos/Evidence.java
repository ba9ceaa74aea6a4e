package dev.frist.experiments.chaos;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.experiments.history.Form;
import dev.frist.experiments.history.History;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.TopicRecord;
import dev.frist.schema.Contracts;
import dev.frist.schema.DeadLetterHeaders;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an experiment leaves behind once nothing of it runs any more.
 *
 * @param start when the traffic began, epoch millis
 * @param sent how many records were sent to stay
 * @param aborted how many were sent in transactions that were aborted
 * @param undone what was to fail and did not
 */
record Evidence(
        Form form,
        long start,
        History history,
        Schedule schedule,
        long sent,
        long aborted,
        List<Incident> incidents,
        List<String> undone,
        List<String> endedByThemselves,
        Recording recording) {

    /** What was sent and what came out, by word. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("orders", (long) history.orders());
        counts.put("records sent", sent);
        counts.put("records aborted", aborted);
        counts.put("deadlines due while all were down", inLag(history.unheeded()));
        counts.put("corrections sent meanwhile", inLag(history.corrections()));
        recording.outputs().forEach(record -> counts.merge(topic(record), 1L, Long::sum));
        return counts;
    }

    /** What keeps the experiment from showing anything; empty where it was whole. */
    List<String> shortcomings() {
        List<String> shortcomings = new ArrayList<>(undone);
        long due = inLag(history.unheeded());
        long corrections = inLag(history.corrections());
        if (due < form.dueInLag() || corrections == 0) {
            shortcomings.add("only " + due + " deadlines were due while all processors were down, and " + corrections
                    + " corrections were sent");
        }
        long planned = (long) schedule.processors().size() + schedule.brokers().size();
        if (incidents.size() < planned) {
            shortcomings.add(incidents.size() + " of " + planned + " failures happened");
        }
        Set<Failure> missing = EnumSet.allOf(Failure.class);
        incidents.forEach(incident -> missing.remove(incident.failure()));
        if (!missing.isEmpty()) {
            shortcomings.add("never happened: " + missing);
        }
        Set<DeadLetterReason> unprovoked = unprovoked();
        if (!unprovoked.isEmpty()) {
            shortcomings.add("no dead letter for " + unprovoked);
        }
        if (recording.outputs().stream().noneMatch(record -> topic(record).equals(Contracts.DISPUTES))) {
            shortcomings.add("no dispute was opened");
        }
        if (recording.inputs().size() < sent) {
            shortcomings.add("of " + sent + " records that were sent only "
                    + recording.inputs().size() + " were recorded");
        }
        return shortcomings;
    }

    private Set<DeadLetterReason> unprovoked() {
        Set<DeadLetterReason> unprovoked = EnumSet.copyOf(History.provokedReasons());
        recording.outputs().forEach(record -> {
            String reason = record.header(DeadLetterHeaders.REASON);
            if (topic(record).equals(Contracts.DEAD_LETTERS) && reason != null) {
                unprovoked.remove(DeadLetterReason.valueOf(reason));
            }
        });
        return unprovoked;
    }

    /** How many instants fell into the time in which really no processor ran. */
    private long inLag(List<Long> instants) {
        return incidents.stream()
                .filter(incident -> incident.failure() == Failure.LAG)
                .mapToLong(lag -> History.between(instants, start + lag.from(), start + lag.until()))
                .sum();
    }

    private String topic(TopicRecord record) {
        return record.topic().substring(recording.settings().topicPrefix().length());
    }
}
