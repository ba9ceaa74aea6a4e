package dev.frist.experiments.record;

import dev.frist.domain.fact.Position;
import java.util.List;
import java.util.Map;

/**
 * All that can be known from outside of a run of the processor, after its end. Within a topic's partition records stand
 * in the order of their offsets.
 *
 * @param inputs the records of the three event topics and of the policies
 * @param acknowledged what the producers were told lies in these topics; where it does not, the brokers have lost it
 * @param outputs the committed records of disputes, resolutions, notices and dead letters
 * @param orders the committed records of the changelog of {@code order-facts}, whole: in the order in which an order's
 *     states were stored lies the order in which its records were taken in, which the topics do not show
 * @param windows the committed records of the changelog of {@code handling-windows}
 * @param schemas the schemas that the registry had for the ids in these records
 */
public record Recording(
        RunSettings settings,
        List<Input> inputs,
        Map<Position, Long> acknowledged,
        List<TopicRecord> outputs,
        List<TopicRecord> orders,
        List<TopicRecord> windows,
        Map<Integer, String> schemas) {}
