package dev.frist.domain.verdict;

import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.DueDate;
import dev.frist.domain.order.PublishedDispute;
import dev.frist.domain.order.PublishedResolution;
import dev.frist.domain.policy.PolicyRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case's memory while an evaluation adds to it what it publishes. */
final class MemoryDraft {

    int sequence;

    @Nullable
    PolicyRef pinned;

    long openedAt;
    int openedSequence;
    boolean noPolicyTold;
    List<DueDate> dues;

    @Nullable
    PublishedResolution resolution;

    long reopenedAt;

    @Nullable
    PublishedDispute dispute;

    Map<String, Long> refusalsRecorded;
    Set<String> proposalsTold;
    long creditShortTold;
    long overCreditedTold;
    long unprovenDue;
    boolean excessTold;

    MemoryDraft(CaseMemory from) {
        sequence = from.sequence();
        pinned = from.pinned();
        openedAt = from.openedAt();
        openedSequence = from.openedSequence();
        noPolicyTold = from.noPolicyTold();
        dues = from.dues();
        resolution = from.resolution();
        reopenedAt = from.reopenedAt();
        dispute = from.dispute();
        refusalsRecorded = from.refusalsRecorded();
        proposalsTold = from.proposalsTold();
        creditShortTold = from.creditShortTold();
        overCreditedTold = from.overCreditedTold();
        unprovenDue = from.unprovenDue();
        excessTold = from.excessTold();
    }

    CaseMemory toMemory() {
        return new CaseMemory(
                sequence,
                pinned,
                openedAt,
                openedSequence,
                noPolicyTold,
                dues,
                resolution,
                reopenedAt,
                dispute,
                refusalsRecorded,
                proposalsTold,
                creditShortTold,
                overCreditedTold,
                unprovenDue,
                excessTold);
    }

    boolean isOpened() {
        return openedAt != CaseMemory.NEVER;
    }

    boolean isResolved() {
        return resolution != null && resolution.isResolved();
    }

    void publishDue(long at, long due) {
        List<DueDate> more = new ArrayList<>(dues);
        more.add(new DueDate(at, due));
        dues = List.copyOf(more);
    }

    @Nullable
    DueDate lastDue() {
        return dues.isEmpty() ? null : dues.get(dues.size() - 1);
    }

    void recordRefusal(String eventId, long at) {
        Map<String, Long> more = new HashMap<>(refusalsRecorded);
        more.put(eventId, at);
        refusalsRecorded = Map.copyOf(more);
    }

    void tellProposal(String eventId) {
        Set<String> more = new HashSet<>(proposalsTold);
        more.add(eventId);
        proposalsTold = Set.copyOf(more);
    }
}
