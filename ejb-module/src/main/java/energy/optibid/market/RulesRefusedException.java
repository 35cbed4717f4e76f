package energy.optibid.market;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** A rule set cannot be what a market goes by; carries every finding, nothing was stored. */
@ApplicationException(rollback = true)
public class RulesRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleFinding> findings;

    public RulesRefusedException(List<RuleFinding> findings) {
        super(findings.stream().map(RuleFinding::message).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    public List<RuleFinding> findings() {
        return findings;
    }
}
