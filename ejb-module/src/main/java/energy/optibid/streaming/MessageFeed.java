package energy.optibid.streaming;

/**
 * Takes the messages of one topic, sent by others. Those of one partition come in their order, each until it was taken or
 * refused; the same may come many times.
 */
public interface MessageFeed {

    /** Its name behind the configured prefix, lower case with hyphens; refused messages go to a topic beside it. */
    String topic();

    /**
     * Applies a message in a transaction of its own, once however often it comes (see {@link Inbox}).
     *
     * @throws UnfitMessageException where it will never fit: it is put aside with the reason
     * @throws RuntimeException where it could not be applied now: it comes again
     */
    void take(String message);
}
