package dev.frist.state;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a task remembers that belongs to no order. It lies in the store of the handling windows under keys shorter than
 * any entry: a store of its own would cost every partition a changelog topic and a database.
 */
public final class TaskNotes {

    /** Up to which offset of the policy topic what was rejected has been published. */
    private static final Bytes POLICIES = Bytes.wrap(new byte[] {1});

    private final KeyValueStore<Bytes, byte[]> store;

    /** The notes in the store of the handling windows. */
    public TaskNotes(KeyValueStore<Bytes, byte[]> store) {
        this.store = Objects.requireNonNull(store);
    }

    /** The first offset of the policy topic whose rejection, if it was rejected, has not been published. */
    public long nextPolicy() {
        byte[] found = store.get(POLICIES);
        return found == null ? 0 : ByteBuffer.wrap(found).getLong();
    }

    /** Writes down that rejections before that offset have been published. */
    public void nextPolicy(long offset) {
        store.put(POLICIES, ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
    }
}
