package dev.frist.runtime;

import org.apache.kafka.streams.KafkaStreams;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local copy of the state. It holds nothing that the changelogs do not, so one that cannot be read is thrown away and
 * restored. Kafka Streams does so where a copy is merely old; one that a {@code kill -9} left half written or half deleted
 * would keep every further start from succeeding.
 */
final class LocalState {

    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);
    private static final String FILE_MISSING = "No such file or directory";

    private LocalState() {}

    /** Whether something failed because files of the copy are missing or damaged; a full or locked disk is no reason. */
    static boolean isUnreadable(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof RocksDBException damaged) {
                Status status = damaged.getStatus();
                return (status != null && status.getCode() == Status.Code.Corruption)
                        || String.valueOf(damaged.getMessage()).contains(FILE_MISSING);
            }
        }
        return false;
    }

    /** Throws the copy away; the instance must have ended. */
    static void throwAway(KafkaStreams streams) {
        try {
            streams.cleanUp();
            LOG.warn("the local copy of the state could not be read and was thrown away; it is restored at the next"
                    + " start");
        } catch (RuntimeException failed) {
            LOG.error("the local copy of the state cannot be read, and not be deleted either", failed);
        }
    }
}
