package dev.frist.topology;

import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.Window;
import dev.frist.domain.policy.WindowPolicy;

/** Policies with windows of seconds. */
final class LivePolicies {

    private LivePolicies() {}

    static WindowPolicy seconds(int version, int handlingWindow) {
        WindowPolicy it = Samples.policy(version, "PT" + handlingWindow + "S", 0);
        return new WindowPolicy(
                new PolicyRef("live", version),
                it.scope(),
                it.effectiveFrom(),
                it.handlingWindow(),
                it.anchor(),
                it.evidenceWindow(),
                it.returnWindow(),
                it.minimumNotice(),
                it.reminders(),
                Window.parse("PT0S"),
                it.calendar(),
                it.amountTolerance(),
                it.maxReturnFee(),
                it.uncontestedRefusal(),
                it.requireNoticeReceipt(),
                it.openCases(),
                it.author(),
                it.approvedBy(),
                it.reason());
    }
}
