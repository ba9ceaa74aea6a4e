package dev.frist.topology;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.KafkaFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the brokers what time it is. No answer of Kafka's says so outright; but where it is described how far the
 * controllers are, the leading one is up to date by definition, and says so with its own present time. Needs the right
 * to describe the cluster; without it, or without KRaft, there is no such view.
 */
final class BrokersTime {

    private static final Logger LOG = LoggerFactory.getLogger(BrokersTime.class);
    private static final int LIMIT_MILLIS = 2_000;
    private static final int QUESTIONS_LEFT_OUT = 60;

    private final Admin admin;
    private final AgreedClock clock;
    private final AtomicInteger toLeaveOut = new AtomicInteger();
    private volatile boolean isRefused;
    private @Nullable KafkaFuture<QuorumInfo> asked;

    BrokersTime(Admin admin, AgreedClock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    /** Asks, and waits for nothing: the clock is told when the answer comes. */
    void ask() {
        if (asked != null && !asked.isDone()) {
            return;
        }
        if (toLeaveOut.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return;
        }
        DescribeMetadataQuorumOptions options = new DescribeMetadataQuorumOptions();
        options.timeoutMs(LIMIT_MILLIS);
        asked = admin.describeMetadataQuorum(options).quorumInfo().whenComplete((quorum, failure) -> {
            if (failure == null) {
                tell(quorum);
            } else {
                refused(failure);
            }
        });
    }

    private void tell(QuorumInfo quorum) {
        quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .forEach(leader -> leader.lastCaughtUpTimestamp().ifPresent(clock::brokersSaid));
        isRefused = false;
    }

    private void refused(Throwable failure) {
        toLeaveOut.set(QUESTIONS_LEFT_OUT);
        if (!isRefused) {
            isRefused = true;
            LOG.info(
                    "The brokers do not tell their time, so that of this machine is only held against the time that goes"
                            + " by: {}",
                    failure instanceof CompletionException && failure.getCause() != null
                            ? failure.getCause().toString()
                            : failure.toString());
        }
    }
}
