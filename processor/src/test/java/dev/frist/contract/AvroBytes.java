package dev.frist.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Sends records through Avro's bytes. */
final class AvroBytes {

    private AvroBytes() {}

    static SpecificRecord roundTrip(SpecificRecord value) {
        return read(value, value.getSchema());
    }

    /** As a reader sees it whose writer had another word in its schema. */
    static SpecificRecord readAsIfWrittenWith(SpecificRecord value, String known, String unknown) {
        String schema = value.getSchema().toString().replace("\"" + known + "\"", "\"" + unknown + "\"");
        return read(value, new Schema.Parser().parse(schema));
    }

    private static SpecificRecord read(SpecificRecord value, Schema writersSchema) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            SpecificData model = SpecificData.getForClass(value.getClass());
            new SpecificDatumWriter<SpecificRecord>(value.getSchema(), model).write(value, encoder);
            encoder.flush();
            return new SpecificDatumReader<SpecificRecord>(writersSchema, value.getSchema(), model)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
