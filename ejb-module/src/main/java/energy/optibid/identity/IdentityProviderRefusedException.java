package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** The settings of an identity provider break rules, or the provider itself is not usable; nothing was stored. */
@ApplicationException(rollback = true)
public class IdentityProviderRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<IdentityProviderFinding> findings;

    public IdentityProviderRefusedException(List<IdentityProviderFinding> findings) {
        super("The identity provider was not stored: "
                + findings.stream().map(IdentityProviderFinding::message).toList());
        this.findings = List.copyOf(findings);
    }

    public List<IdentityProviderFinding> findings() {
        return findings;
    }
}
