package dev.frist.state;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** Stored orders as any reader of Avro has them, for tests outside of this package. */
public final class StoredVersions {

    /** Marker and fingerprint of the single-object encoding. */
    private static final int HEADER = 10;

    private StoredVersions() {}

    /** The version that is written. */
    public static Schema current() {
        return OrderSchemas.current();
    }

    /** Whether bytes with that fingerprint can be read. */
    public static boolean isKnown(long fingerprint) {
        return OrderSchemas.find(fingerprint) != null;
    }

    /** Bytes of a version, with the schema of that version. */
    public static GenericRecord read(byte[] bytes, Schema written) throws IOException {
        return read(bytes, written, written);
    }

    /** Bytes of the current version, as far as an older one knows it. */
    public static GenericRecord asWritten(byte[] bytes, Schema older) throws IOException {
        return read(bytes, OrderSchemas.current(), older);
    }

    private static GenericRecord read(byte[] bytes, Schema written, Schema wanted) throws IOException {
        return new GenericDatumReader<GenericRecord>(written, wanted)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
    }
}
