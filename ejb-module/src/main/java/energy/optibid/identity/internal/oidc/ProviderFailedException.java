package energy.optibid.identity.internal.oidc;

/** A provider cannot be asked, or answers what no provider may. The message holds nothing secret. */
public class ProviderFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderFailedException(String message) {
        super(message);
    }

    ProviderFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
