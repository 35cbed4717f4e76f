package energy.optibid.identity.internal;

import energy.optibid.identity.TokenRefusal;

/** An access token is not accepted. Has no stack trace: whoever sends bad tokens shall not cost us one each. */
public final class TokenRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final TokenRefusal reason;

    TokenRefusedException(TokenRefusal reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    public TokenRefusal reason() {
        return reason;
    }
}
