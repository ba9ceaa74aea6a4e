package dev.frist.domain.ledger;

/**
 * What is outstanding on a case, in minor units.
 *
 * @param units value of the units that nobody has credited, cancelled or refused for good
 * @param surplus money credited beyond the value of the credited units: it lowers what is outstanding, though it cannot
 *     be told on which units
 * @param shortage money missing on credited units, beyond the tolerance
 */
public record Outstanding(long units, long surplus, long shortage) {

    /** Nothing is outstanding. */
    public static final Outstanding NOTHING = new Outstanding(0, 0, 0);

    /** The amount outstanding, net. */
    public long net() {
        return Shares.plus(Math.max(0, Shares.minus(units, surplus)), shortage);
    }

    /** Whether the case has nothing outstanding. */
    public boolean isNothing() {
        return units == 0 && shortage == 0;
    }
}
