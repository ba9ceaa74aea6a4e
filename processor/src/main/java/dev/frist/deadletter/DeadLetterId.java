package dev.frist.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a dead letter: where it lies in its topic. Written {@code partition-offset}, such as {@code 3-1042}.
 *
 * @param partition of the topic of dead letters
 * @param offset in that partition
 */
public record DeadLetterId(int partition, long offset) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /**
     * Reads an id as {@link #toString()} writes it.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static DeadLetterId parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no dead letter: allowed is PARTITION-OFFSET as `frist dead-letters list` prints it");
        }
        return new DeadLetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
