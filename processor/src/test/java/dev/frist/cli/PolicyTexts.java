package dev.frist.cli;

/** Policies as files have them. */
final class PolicyTexts {

    private PolicyTexts() {}

    static String policy(String policyId, int version, String effectiveFrom) {
        return """
                policyId: %s
                version: %d
                scope: {market: SE}
                effectiveFrom: %s
                handlingWindow: P21D
                anchor: REGISTERED
                evidenceWindow: P14D
                returnWindow: P30D
                minimumNotice: P7D
                reminders: [P7D, P1D]
                grace: PT10M
                calendar: {zone: Europe/Stockholm, holidays: SE, dayCount: CALENDAR, roll: NONE, cutoff: SAME_TIME}
                amountTolerance: 100
                maxReturnFee: 9900
                uncontestedRefusal: ESCALATES
                requireNoticeReceipt: false
                openCases: NEW_CASES_ONLY
                author: anna
                reason: initial
                """.formatted(policyId, version, effectiveFrom);
    }
}
