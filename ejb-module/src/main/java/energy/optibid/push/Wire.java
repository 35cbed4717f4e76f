package energy.optibid.push;

import java.util.function.Consumer;

/** The way to one client. */
public interface Wire {

    /**
     * Sends a message; called again only when the one before has been handed over.
     *
     * @param done called once, by any thread: whether it was handed over
     */
    void send(PushMessage message, Consumer<Boolean> done);

    void ping();

    /** Ends the connection; {@link CloseCode#CLIENT} means that it has ended already. */
    void close(CloseCode code);
}
