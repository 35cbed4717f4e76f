package energy.optibid.push;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One message to clients. The same object goes to all who get the same, and is written as text once. */
public final class PushMessage {
    private final Type type;
    private final long seq;
    private final Instant at;
    private final Optional<Topic> topic;
    private final int coalesced;
    private final PushData data;
    private volatile @Nullable String text;

    /** What kind of message it is. */
    public enum Type {
        SNAPSHOT,
        PRICE,
        EVENT,
        RESUMED,
        SNAPSHOT_NEEDED,
        UNSUBSCRIBED,
        RENEWED,
        ERROR;

        /** In kebab-case, as it stands in the message. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private PushMessage(Type type, long seq, Instant at, Optional<Topic> topic, int coalesced, PushData data) {
        this.type = type;
        this.seq = seq;
        this.at = at;
        this.topic = topic;
        this.coalesced = coalesced;
        this.data = data;
    }

    /**
     * @param seq place in the log that the client knows with it
     * @param topic what it belongs to; absent where it answers the client alone
     */
    public static PushMessage of(Type type, long seq, Instant at, Optional<Topic> topic, PushData data) {
        return new PushMessage(type, seq, at, topic, 0, data);
    }

    public Type type() {
        return type;
    }

    public long seq() {
        return seq;
    }

    /** When what it tells of happened, by the clock of the node where it did. */
    public Instant at() {
        return at;
    }

    public Optional<Topic> topic() {
        return topic;
    }

    /** How many earlier messages of its topic it stands for besides itself. */
    public int coalesced() {
        return coalesced;
    }

    public PushData data() {
        return data;
    }

    /** Whether a newer message of the same topic may take its place. */
    boolean isReplaceable() {
        return type == Type.PRICE;
    }

    /** This one, in place of an earlier one of the same topic that was not sent. */
    PushMessage replacing(PushMessage before) {
        PushData both = data instanceof PushData.Price mine && before.data instanceof PushData.Price earlier
                ? mine.after(earlier)
                : data;
        return new PushMessage(type, seq, at, topic, coalesced + before.coalesced + 1, both);
    }

    /** As text, written by whoever asks first. */
    public String text(Function<PushMessage, String> format) {
        String written = text;
        if (written == null) {
            written = format.apply(this);
            text = written;
        }
        return written;
    }

    @Override
    public String toString() {
        return type.code() + " " + seq + (coalesced == 0 ? "" : "+" + coalesced) + " " + topic + " " + data;
    }
}
