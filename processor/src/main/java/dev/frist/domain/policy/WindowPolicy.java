package dev.frist.domain.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rules that SREs tune.
 *
 * @param effectiveFrom epoch millis; returns registered from then on may be pinned to it
 * @param amountTolerance minor units
 * @param maxReturnFee minor units a merchant may keep of a withdrawal
 * @param approvedBy who approved it; needed where it weakens anything
 */
public record WindowPolicy(
        PolicyRef ref,
        Scope scope,
        long effectiveFrom,
        Window handlingWindow,
        Anchor anchor,
        Window evidenceWindow,
        Window returnWindow,
        Window minimumNotice,
        List<Window> reminders,
        Window grace,
        CalendarRule calendar,
        long amountTolerance,
        long maxReturnFee,
        UncontestedRefusal uncontestedRefusal,
        boolean requireNoticeReceipt,
        OpenCases openCases,
        String author,
        @Nullable String approvedBy,
        String reason) {}
