package dev.frist.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

final class LocalStateTest {

    @TempDir
    Path folder;

    private void store() throws RocksDBException {
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB opened = RocksDB.open(options, folder.toString())) {
            opened.put("key".getBytes(StandardCharsets.UTF_8), new byte[100]);
        }
    }

    private List<Path> manifests() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("MANIFEST"))
                    .toList();
        }
    }

    private boolean isUnreadable() {
        Throwable failed = catchThrowable(this::store);
        assertThat(failed).isInstanceOf(RocksDBException.class);
        return LocalState.isUnreadable(new ProcessorStateException("Error opening store", failed));
    }

    @Test
    void aCopyThatWasHalfDeletedCannotBeRead() throws Exception {
        store();
        for (Path manifest : manifests()) {
            Files.delete(manifest);
        }
        assertThat(isUnreadable()).isTrue();
    }

    @Test
    void aCopyThatWasHalfWrittenCannotBeRead() throws Exception {
        store();
        for (Path manifest : manifests()) {
            Files.write(manifest, new byte[7]);
        }
        assertThat(isUnreadable()).isTrue();
    }

    @Test
    void aCopyThatSomebodyElseUsesIsNotThrownAway() throws Exception {
        store();
        try (Options options = new Options();
                RocksDB opened = RocksDB.open(options, folder.toString())) {
            assertThat(opened.isOwningHandle()).isTrue();
            assertThat(isUnreadable()).isFalse();
        }
    }

    @Test
    void otherFailuresSayNothingAboutTheState() {
        assertThat(LocalState.isUnreadable(new IllegalStateException("No such file or directory")))
                .isFalse();
    }
}
