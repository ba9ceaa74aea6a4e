package dev.frist.topology;

/**
 * What fits into a record that is produced. Topics and producer must be set up for it ({@code max.request.size} of the
 * producer, {@code max.message.bytes} of dead-letters; the changelog of the orders is created so).
 *
 * @param state bytes of a stored order; a record that would make it larger is refused as one fact too many
 * @param record bytes of a record, key and headers included; a dead letter beyond it leaves its value where it lies
 */
public record SizeLimits(int state, int record) {

    /** 3 MiB for an order, 4 MiB for a record. */
    public static final SizeLimits DEFAULT = new SizeLimits(3 << 20, 4 << 20);

    /** Bytes of an order after a wake-up, which adds what was published but no record. */
    int wokenState() {
        return state + state / 4;
    }
}
