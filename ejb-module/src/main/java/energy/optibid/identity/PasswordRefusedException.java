package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A new password breaks the policy. */
@ApplicationException(rollback = true)
public class PasswordRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PasswordFinding> findings;

    public PasswordRefusedException(List<PasswordFinding> findings) {
        super("The password breaks the rules");
        this.findings = List.copyOf(findings);
    }

    public List<PasswordFinding> findings() {
        return findings;
    }
}
