package energy.optibid.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * When PostgreSQL last answered a transaction of this node. A node with more to do than its pool has connections is busy, and
 * its probe waits like everybody else: that is no reason to say that PostgreSQL is away, and to refuse what it would answer.
 */
@ApplicationScoped
class DatabaseAnswers {
    private volatile long last = System.nanoTime();

    void note() {
        last = System.nanoTime();
    }

    /** @param nanos a moment of {@link System#nanoTime} */
    boolean since(long nanos) {
        return last - nanos > 0;
    }
}
