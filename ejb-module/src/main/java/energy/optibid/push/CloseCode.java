package energy.optibid.push;

import java.util.Locale;

/** Why a connection ends, with the code of RFC 6455 or, from 4000 on, one of OptiBid's own. */
public enum CloseCode {
    /** The client has closed it, or is gone. */
    CLIENT(1000, ""),
    GOING_AWAY(1001, "This node is being stopped: connect again"),
    VIOLATED(1008, "Too many messages, or too many that are wrong"),
    TOO_BIG(1009, "The message is too big"),
    FAILED(1011, "An error of the server: connect again"),
    TOKEN_ENDED(4401, "The access token has expired or was ended"),
    NO_ANSWER(4408, "No answer to a ping, or nothing could be sent"),
    TOO_SLOW(4413, "Too many events wait for this client: connect again and subscribe after the last number"),
    TOO_MANY(4429, "Too many connections of this user or address");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    /** One sentence for the client; at most 123 bytes, as the protocol has it. */
    public String reason() {
        return reason;
    }

    /** In kebab-case, as metrics and the log have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
