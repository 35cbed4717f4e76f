package energy.optibid.load.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The one thread that reads and writes all connections, so that ten thousand of them cost the machine little. */
final class Loop {
    private static final int BUFFER_BYTES = 1 << 18;
    private static final long LONGEST_SELECT_MILLIS = 100;
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Selector selector;
    private final Queue<Runnable> questions = new ConcurrentLinkedQueue<>();
    private final List<Runnable> everySecond = new CopyOnWriteArrayList<>();
    private final ByteBuffer shared = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long second = System.nanoTime();

    private Loop(Selector selector) {
        this.selector = selector;
    }

    /** Its thread ends with the process. */
    static Loop start() throws IOException {
        Loop loop = new Loop(Selector.open());
        Thread thread = new Thread(loop::turn, "loop");
        thread.setDaemon(true);
        thread.start();
        return loop;
    }

    Selector selector() {
        return selector;
    }

    /** Has its thread do something about once a second. */
    void everySecond(Runnable work) {
        everySecond.add(work);
    }

    /** Has its thread answer, and waits for that. */
    <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        questions.add(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        selector.wakeup();
        return answer.join();
    }

    /** Has its thread do something, and waits for that. */
    void run(Runnable work) {
        boolean unused = ask(() -> {
            work.run();
            return true;
        });
    }

    private void turn() {
        while (true) {
            try {
                selector.select(this::proceed, LONGEST_SELECT_MILLIS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runnable question = questions.poll();
            while (question != null) {
                question.run();
                question = questions.poll();
            }
            if (System.nanoTime() - second >= SECOND_NANOS) {
                second += SECOND_NANOS;
                everySecond.forEach(Runnable::run);
            }
        }
    }

    private void proceed(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Link link) {
            link.proceed(shared);
        }
    }
}
