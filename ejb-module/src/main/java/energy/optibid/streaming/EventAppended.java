package energy.optibid.streaming;

/** An event was stored in the outbox. Fired within the transaction that stored it: observe it after its success. */
public record EventAppended() {}
