package dev.frist.experiments.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Many epochs, some at a time. The seed of the run and the number of an epoch determine all that happens in it. */
final class Fuzz {

    /** Records in an epoch. */
    static final int EPOCH = 10_000;

    private final long seed;
    private final long records;
    private final int threads;

    /**
     * Prepares.
     *
     * @param records how many at least; whole epochs are run
     */
    Fuzz(long seed, long records, int threads) {
        this.seed = seed;
        this.records = records;
        this.threads = threads;
    }

    /** Runs them all. */
    Counts run() throws InterruptedException {
        long epochs = (records + EPOCH - 1) / EPOCH;
        AtomicLong next = new AtomicLong();
        Counts all = new Counts();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Counts>> work = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String scope = "fuzz-" + seed + "-" + i;
                work.add(() -> work(scope, next, epochs));
            }
            for (Future<Counts> done : workers.invokeAll(work)) {
                all.add(done.get());
            }
        } catch (ExecutionException failed) {
            all.find("an epoch could not be run: " + failed.getCause());
        } finally {
            workers.shutdownNow();
        }
        return all;
    }

    private Counts work(String scope, AtomicLong next, long epochs) {
        Counts counts = new Counts();
        try (FuzzRegistry registry = FuzzRegistry.open(scope)) {
            for (long epoch = next.getAndIncrement(); epoch < epochs; epoch = next.getAndIncrement()) {
                try (FuzzEpoch run = new FuzzEpoch(seed * 1_000_003 + epoch, registry, counts)) {
                    run.run(EPOCH);
                }
            }
        }
        return counts;
    }
}
