package dev.frist.experiments.chaos;

import dev.frist.config.FristConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Who the brokers think belongs to the processor's group. */
final class Membership implements AutoCloseable {

    private static final int ANSWER_SECONDS = 20;
    private static final int POLL_MILLIS = 200;

    private final Admin admin;
    private final String group;

    Membership(FristConfig config) {
        this.admin = Admin.create(config.admin());
        this.group = config.applicationId();
    }

    /** Whether an instance belongs to the group. */
    boolean has(Instance instance) throws InterruptedException {
        String client = instance.clientId(group);
        try {
            return admin
                    .describeConsumerGroups(List.of(group))
                    .all()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .flatMap(found -> found.members().stream())
                    .anyMatch(member -> member.clientId().startsWith(client));
        } catch (ExecutionException | TimeoutException failed) {
            throw new ExperimentException("the brokers cannot be asked who belongs to the group: " + failed, failed);
        }
    }

    /** Waits until an instance belongs to the group, or does no longer; returns whether that is so in time. */
    boolean await(Instance instance, boolean belongs, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (has(instance) != belongs) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
