package energy.optibid.identity.internal.oidc;

/** The provider is there and gives no tokens for this code. */
public class CodeRefusedByProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CodeRefusedByProviderException(String message) {
        super(message);
    }
}
