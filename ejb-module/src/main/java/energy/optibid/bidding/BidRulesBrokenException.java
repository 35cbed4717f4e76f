package energy.optibid.bidding;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Bids break the product's rules; carries every finding. */
@ApplicationException(rollback = true)
public class BidRulesBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public BidRulesBrokenException(List<Finding> findings) {
        super(findings.size() + " rules broken, the first: " + findings.get(0).path() + ": "
                + findings.get(0).message());
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
