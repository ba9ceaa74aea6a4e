package dev.frist.experiments.history;

import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;

/**
 * The last records: one in every partition of every event topic, so that the processor commits all of it, also what
 * aborted transactions have left behind.
 */
public final class Closing {

    private Closing() {}

    /** Orders that are placed, returned and credited, as many as there are partitions. */
    public static List<Outgoing> records(int partitions) {
        long now = System.currentTimeMillis();
        Dice dice = new Dice(partitions);
        Set<Integer> reached = new HashSet<>();
        List<Outgoing> records = new ArrayList<>();
        for (int i = 0; reached.size() < partitions; i++) {
            String orderId = "Z" + i;
            byte[] key = orderId.getBytes(StandardCharsets.UTF_8);
            if (reached.add(Utils.toPositive(Utils.murmur2(key)) % partitions)) {
                Basket basket = Basket.any(dice);
                List<Payload> story = List.of(
                        basket.placedBy(Buyer.TYPICAL, orderId),
                        new ReturnRegistered("R1", ReturnKind.FAULTY, Party.CONSUMER, basket.claim()),
                        basket.credit("K1", "R1"));
                for (Payload payload : story) {
                    records.add(new Said(orderId + "-" + records.size(), orderId, now, now, payload).by(Route.PLAIN));
                }
            }
        }
        return records;
    }
}
