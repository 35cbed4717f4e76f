package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** A user or an organisation breaks rules; carries every finding, nothing was stored. */
@ApplicationException(rollback = true)
public class AccountRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<AccountFinding> findings;

    public AccountRefusedException(List<AccountFinding> findings) {
        super(findings.stream().map(AccountFinding::message).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    public List<AccountFinding> findings() {
        return findings;
    }
}
