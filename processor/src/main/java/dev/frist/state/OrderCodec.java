package dev.frist.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongFunction;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Orders as bytes: Avro's single-object encoding, whose header names the version of the schema by its fingerprint. Needs
 * no registry, and reads every version that was ever written. For one thread.
 */
public final class OrderCodec {

    private static final short MARKER = (short) 0xC301;
    private static final int HEADER = 10;

    private final OrderWriter writer = new OrderWriter(OrderSchemas.current());
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2048);
    private final LongFunction<@Nullable Schema> versions;
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    /** Reads all versions that were ever released. */
    public OrderCodec() {
        this(OrderSchemas::find);
    }

    OrderCodec(LongFunction<@Nullable Schema> versions) {
        this.versions = versions;
    }

    /** The order in the current version of the schema. */
    public byte[] encode(StoredOrder order) {
        try {
            buffer.reset();
            buffer.writeBytes(header());
            encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
            writer.write(encoder, order);
            encoder.flush();
            return buffer.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The order that was encoded, whatever the version.
     *
     * @throws CorruptStateException where the bytes are none of an order, or of a version that this program does not know
     */
    public StoredOrder decode(byte[] bytes) {
        if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getShort() != MARKER) {
            throw new CorruptStateException("these " + bytes.length + " bytes are no stored order");
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(Short.BYTES);
        try {
            if (fingerprint != OrderSchemas.currentFingerprint()) {
                return body(upgraded(bytes, fingerprint), 0);
            }
            return body(bytes, HEADER);
        } catch (CorruptStateException named) {
            throw named;
        } catch (IOException | RuntimeException broken) {
            throw new CorruptStateException("the bytes of a stored order cannot be read", broken);
        }
    }

    private StoredOrder body(byte[] bytes, int from) throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, decoder);
        return OrderReader.read(decoder);
    }

    /** Rare: once for each order after an upgrade that changed the schema. */
    private byte[] upgraded(byte[] bytes, long fingerprint) throws IOException {
        Schema written = versions.apply(fingerprint);
        if (written == null) {
            throw new CorruptStateException("the order was stored by another version of the program (schema "
                    + Long.toHexString(fingerprint) + "), which this one does not know");
        }
        GenericRecord order = new GenericDatumReader<GenericRecord>(written, OrderSchemas.current())
                .read(null, DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        BinaryEncoder current = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(OrderSchemas.current()).write(order, current);
        current.flush();
        return out.toByteArray();
    }

    private static byte[] header() {
        return ByteBuffer.allocate(HEADER)
                .putShort(MARKER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(OrderSchemas.currentFingerprint())
                .array();
    }
}
