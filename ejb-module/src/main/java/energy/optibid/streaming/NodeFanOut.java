package energy.optibid.streaming;

import java.util.concurrent.ThreadFactory;

/**
 * Tells the other nodes that the log has grown, so that they read it at once and not when they look the next time. It wakes
 * and carries nothing: an announcement may be lost, come twice or come late (ADR 0080).
 */
public interface NodeFanOut extends AutoCloseable {

    /** Tells the other nodes. PostgreSQL's adapter throws nothing; a shared service's failures come through as its exceptions. */
    void announce();

    /**
     * Has every announcement of another node heard, from soon on until this is closed; also once when listening begins, and
     * begins again, for what was missed before. To be called once.
     *
     * @param threads makes the thread that waits
     * @param heard returns at once
     */
    void listen(ThreadFactory threads, Runnable heard);

    @Override
    void close();
}
