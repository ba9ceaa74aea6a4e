package dev.frist.experiments.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Files of records: Avro's container format, which other tools read too. */
final class RecordFiles {

    private static final Schema HEADER = SchemaBuilder.record("Header")
            .namespace("dev.frist.experiments")
            .fields()
            .requiredString("name")
            .optionalBytes("value")
            .endRecord();
    private static final Schema RECORD = SchemaBuilder.record("TopicRecord")
            .namespace("dev.frist.experiments")
            .fields()
            .requiredString("topic")
            .requiredInt("partition")
            .requiredLong("offset")
            .requiredLong("timestamp")
            .optionalBytes("key")
            .optionalBytes("value")
            .name("headers")
            .type()
            .array()
            .items(HEADER)
            .noDefault()
            .requiredLong("acknowledgedAt")
            .endRecord();
    private static final int COMPRESSION = 1;

    private RecordFiles() {}

    static void write(Path file, List<Input> records) throws IOException {
        try (DataFileWriter<GenericRecord> out = new DataFileWriter<>(new GenericDatumWriter<>(RECORD))) {
            out.setCodec(CodecFactory.deflateCodec(COMPRESSION)).create(RECORD, file.toFile());
            for (Input each : records) {
                out.append(written(each));
            }
        }
    }

    static List<Input> read(Path file) throws IOException {
        List<Input> records = new ArrayList<>();
        try (DataFileReader<GenericRecord> in = new DataFileReader<>(file.toFile(), new GenericDatumReader<>(RECORD))) {
            for (GenericRecord each : in) {
                records.add(taken(each));
            }
        }
        return records;
    }

    private static GenericRecord written(Input input) {
        TopicRecord record = input.record();
        GenericRecord out = new GenericData.Record(RECORD);
        out.put("topic", record.topic());
        out.put("partition", record.partition());
        out.put("offset", record.offset());
        out.put("timestamp", record.timestamp());
        out.put("key", wrapped(record.key()));
        out.put("value", wrapped(record.value()));
        List<GenericRecord> headers = new ArrayList<>();
        for (TopicRecord.Header header : record.headers()) {
            GenericRecord one = new GenericData.Record(HEADER);
            one.put("name", header.name());
            one.put("value", wrapped(header.value()));
            headers.add(one);
        }
        out.put("headers", headers);
        out.put("acknowledgedAt", input.acknowledgedAt());
        return out;
    }

    private static Input taken(GenericRecord in) {
        List<TopicRecord.Header> headers = new ArrayList<>();
        for (Object each : (List<?>) in.get("headers")) {
            GenericRecord header = (GenericRecord) each;
            headers.add(new TopicRecord.Header(header.get("name").toString(), bytes(header.get("value"))));
        }
        TopicRecord record = new TopicRecord(
                in.get("topic").toString(),
                (int) in.get("partition"),
                (long) in.get("offset"),
                (long) in.get("timestamp"),
                bytes(in.get("key")),
                bytes(in.get("value")),
                headers);
        return new Input(record, (long) in.get("acknowledgedAt"));
    }

    private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        ByteBuffer buffer = (ByteBuffer) value;
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
