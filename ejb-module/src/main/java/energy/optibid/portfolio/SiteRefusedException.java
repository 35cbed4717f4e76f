package energy.optibid.portfolio;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** A site breaks rules of the portfolio; carries every finding, nothing was stored. */
@ApplicationException(rollback = true)
public class SiteRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PortfolioFinding> findings;

    public SiteRefusedException(List<PortfolioFinding> findings) {
        super(findings.stream().map(PortfolioFinding::message).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    public List<PortfolioFinding> findings() {
        return findings;
    }
}
