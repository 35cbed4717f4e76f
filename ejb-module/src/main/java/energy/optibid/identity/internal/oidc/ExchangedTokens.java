package energy.optibid.identity.internal.oidc;

/** What a provider gives for a code; neither belongs into a log or a table. */
public record ExchangedTokens(String idToken, String accessToken) {
    @Override
    public String toString() {
        return "ExchangedTokens[…]";
    }
}
