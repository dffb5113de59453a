package dev.odds.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Parses the pieces of a text on several threads and hands the results over in the order of the text.
 *
 * @param <T> what a piece is parsed into
 */
final class Pipeline<T> {
    private static final int PIECES_PER_THREAD = 2;

    private record Job<T>(TextPiece piece, Future<T> result) {}

    private final PieceCutter cutter;
    private final Consumer<T> sink;
    private final Deque<Job<T>> window = new ArrayDeque<>();
    private InputException fault;

    private Pipeline(PieceCutter cutter, Consumer<T> sink) {
        this.cutter = cutter;
        this.sink = sink;
    }

    /**
     * Cuts and hands over on the calling thread, at most a few pieces ahead. The first fault in the order of the text is
     * the one that is thrown, whatever the number of threads.
     *
     * @param work asked, before each piece, for the function that parses it
     */
    static <T> void run(PieceCutter cutter, int threads, Supplier<Function<TextPiece, T>> work, Consumer<T> sink) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Pipeline::daemon);
        try {
            new Pipeline<>(cutter, sink).run(pool, PIECES_PER_THREAD * threads, work);
        } finally {
            pool.shutdownNow();
        }
    }

    private void run(ExecutorService pool, int ahead, Supplier<Function<TextPiece, T>> work) {
        for (TextPiece next = next(); next != null; next = next()) {
            TextPiece piece = next;
            Function<TextPiece, T> parse = work.get();
            window.add(new Job<>(piece, pool.submit(() -> parse.apply(piece))));
            if (window.size() > ahead) {
                finishFirst();
            }
        }
        while (!window.isEmpty()) {
            finishFirst();
        }
        if (fault != null) {
            throw fault;
        }
    }

    /** The next piece, null at the end or at a fault, which waits until the pieces before it are parsed. */
    private TextPiece next() {
        try {
            return cutter.next();
        } catch (InputException e) {
            fault = e;
            return null;
        }
    }

    private void finishFirst() {
        Job<T> job = window.remove();
        T result = await(job.result());
        cutter.recycle(job.piece());
        sink.accept(result);
    }

    private static <T> T await(Future<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted while reading").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "odds-read");
        thread.setDaemon(true);
        return thread;
    }
}
