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

/** Parses the pieces of a text on several threads and hands the results over in the order of the text. */
final class Pipeline {
    private static final int PIECES_PER_THREAD = 2;

    private record Job<T>(TextPiece piece, Future<T> result) {}

    private Pipeline() {}

    /**
     * Cuts and hands over on the calling thread, at most a few pieces ahead. The first fault in the order of the text is
     * the one that is thrown, whatever the number of threads.
     *
     * @param work asked, before each piece, for the function that parses it
     */
    static <T> void run(PieceCutter cutter, int threads, Supplier<Function<TextPiece, T>> work, Consumer<T> sink) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Pipeline::daemon);
        Deque<Job<T>> window = new ArrayDeque<>();
        InputException fault = null;
        try {
            for (TextPiece piece = null; fault == null; ) {
                try {
                    piece = cutter.next();
                } catch (InputException e) {
                    fault = e;
                }
                if (fault != null || piece == null) {
                    break;
                }
                TextPiece next = piece;
                Function<TextPiece, T> parse = work.get();
                window.add(new Job<>(next, pool.submit(() -> parse.apply(next))));
                if (window.size() > PIECES_PER_THREAD * threads) {
                    finish(cutter, window.remove(), sink);
                }
            }
            while (!window.isEmpty()) {
                finish(cutter, window.remove(), sink);
            }
        } finally {
            pool.shutdownNow();
        }
        if (fault != null) {
            throw fault;
        }
    }

    private static <T> void finish(PieceCutter cutter, Job<T> job, Consumer<T> sink) {
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
