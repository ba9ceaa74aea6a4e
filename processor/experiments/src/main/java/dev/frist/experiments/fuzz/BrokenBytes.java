package dev.frist.experiments.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** Breaks the bytes of a value, as a faulty disk, a faulty producer or somebody with a purpose would. */
final class BrokenBytes {

    /** A marker and the id of a schema stand before the Avro. */
    static final int HEADER = 5;

    private static final int HUGE = 1 << 20;
    private static final int ONE_IN_SO_MANY_IS_HUGE = 2_000;

    /** Zigzag numbers of Avro that stand for lengths which nobody could allocate, or none at all. */
    private static final byte[][] LENGTHS = {
        {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F},
        {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F},
        {
            (byte) 0xFE,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            0x01
        },
        {
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            0x01
        },
        {
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF
        },
        {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x01},
        {0x01},
        {0x7F}
    };

    private static final byte[][] NO_TEXT = {
        {(byte) 0xC0, (byte) 0x80}, {(byte) 0xFF}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xF8}, {0}
    };

    private final Random random;

    BrokenBytes(Random random) {
        this.random = random;
    }

    /** Another value of the same topic, to take pieces from. */
    byte[] broken(byte[] value, byte[] other) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> flipped(value, 0, 1 + random.nextInt(8));
            case 4 -> Arrays.copyOf(value, random.nextInt(value.length));
            case 5 -> joined(value, other);
            case 6 -> overwritten(value, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 7 -> inserted(value, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 8 -> overwritten(value, NO_TEXT[random.nextInt(NO_TEXT.length)]);
            case 9 -> spliced(value, other);
            case 10 -> noise(random.nextInt(200));
            default -> random.nextInt(ONE_IN_SO_MANY_IS_HUGE) == 0 ? huge(value) : flipped(value, HEADER, 1);
        };
    }

    /** The same bytes under another schema's id, or under none. */
    byte[] misnamed(byte[] value, int[] ids) {
        byte[] copy = value.clone();
        switch (random.nextInt(4)) {
            case 0 -> copy[0] = (byte) random.nextInt();
            case 1 -> ByteBuffer.wrap(copy).putInt(1, random.nextInt());
            default -> ByteBuffer.wrap(copy).putInt(1, ids[random.nextInt(ids.length)]);
        }
        return copy;
    }

    private byte[] flipped(byte[] value, int from, int bits) {
        byte[] copy = value.clone();
        for (int i = 0; i < bits; i++) {
            int at = from + random.nextInt(copy.length - from);
            copy[at] = (byte) (copy[at] ^ 1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] overwritten(byte[] value, byte[] with) {
        byte[] copy = value.clone();
        int at = HEADER + random.nextInt(copy.length - HEADER);
        System.arraycopy(with, 0, copy, at, Math.min(with.length, copy.length - at));
        return copy;
    }

    private byte[] inserted(byte[] value, byte[] with) {
        int at = HEADER + random.nextInt(value.length - HEADER);
        return ByteBuffer.allocate(value.length + with.length)
                .put(value, 0, at)
                .put(with)
                .put(value, at, value.length - at)
                .array();
    }

    private byte[] spliced(byte[] value, byte[] other) {
        int cut = HEADER + random.nextInt(Math.min(value.length, other.length) - HEADER);
        return ByteBuffer.allocate(other.length)
                .put(value, 0, cut)
                .put(other, cut, other.length - cut)
                .array();
    }

    private static byte[] joined(byte[] value, byte[] other) {
        return ByteBuffer.allocate(value.length + other.length)
                .put(value)
                .put(other)
                .array();
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        if (length > 0 && random.nextBoolean()) {
            noise[0] = 0;
        }
        return noise;
    }

    private byte[] huge(byte[] value) {
        byte[] huge = Arrays.copyOf(value, HUGE);
        Arrays.fill(huge, value.length, HUGE, (byte) 2);
        return huge;
    }
}
