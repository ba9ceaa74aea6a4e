package dev.frist.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Gives all stores of the process one block cache and one budget for write buffers, so that the memory outside the heap
 * does not grow with the number of partitions. Kafka's default is 50 MB of cache for every store of every partition.
 *
 * <p>Kafka Streams makes an instance for each store; what is shared is static, sized by the first store that opens, and
 * lives as long as the process.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    /** Setting: bytes of the block cache, write buffers included. */
    public static final String BLOCK_CACHE_BYTES = "rocksdb.block.cache.bytes";

    /** Setting: bytes of all write buffers together. */
    public static final String WRITE_BUFFER_BYTES = "rocksdb.write.buffer.bytes";

    /** Bytes of the block cache where nothing is set. */
    public static final long DEFAULT_BLOCK_CACHE_BYTES = 64L << 20;

    /** Bytes of the write buffers where nothing is set. */
    public static final long DEFAULT_WRITE_BUFFER_BYTES = 32L << 20;

    private static final int SHARD_BITS_CHOSEN_BY_ROCKSDB = -1;
    private static final double SHARE_OF_INDEX_AND_FILTER_BLOCKS = 0.1;

    private static @Nullable Shared shared;

    private record Shared(Cache cache, WriteBufferManager writeBuffers) {}

    private static synchronized Shared shared(Map<String, Object> configs) {
        if (shared == null) {
            Cache cache = new LRUCache(
                    bytes(configs, BLOCK_CACHE_BYTES, DEFAULT_BLOCK_CACHE_BYTES),
                    SHARD_BITS_CHOSEN_BY_ROCKSDB,
                    false,
                    SHARE_OF_INDEX_AND_FILTER_BLOCKS);
            shared = new Shared(
                    cache,
                    new WriteBufferManager(bytes(configs, WRITE_BUFFER_BYTES, DEFAULT_WRITE_BUFFER_BYTES), cache));
        }
        return shared;
    }

    private static long bytes(Map<String, Object> configs, String name, long absent) {
        Object value = configs.get(name);
        return value == null ? absent : Long.parseLong(value.toString());
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared common = shared(configs);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(common.cache());
        // Otherwise they are held outside of the cache, without a bound.
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(common.writeBuffers());
    }

    /** Nothing to close: what is shared serves the other stores too. */
    @Override
    public void close(String storeName, Options options) {}
}
