package dev.frist.contract;

/**
 * How much Avro may be made to allocate. A length stands before the text or the list that it is of, so a few hostile
 * bytes could claim two thousand million items. Avro reads these properties once, before its first record.
 */
final class AvroLimits {

    private static final String BYTES = "org.apache.avro.limits.bytes.maxLength";
    private static final String STRING = "org.apache.avro.limits.string.maxLength";
    private static final String ITEMS = "org.apache.avro.limits.collectionItems.maxLength";

    private static final int LONGEST = 16 << 20;
    private static final int MOST = 1_000_000;

    private AvroLimits() {}

    /** Sets what nobody has set. */
    static void set() {
        absent(BYTES, LONGEST);
        absent(STRING, LONGEST);
        absent(ITEMS, MOST);
    }

    private static void absent(String property, int limit) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(limit));
        }
    }
}
