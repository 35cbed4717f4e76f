package energy.optibid.market;

import jakarta.ejb.ApplicationException;

/** Two rule sets of a product would be in force on one delivery day. */
@ApplicationException(rollback = true)
public class RuleSetsOverlapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param other the rule set that is there */
    public RuleSetsOverlapException(RuleSet other, String advice) {
        super("Product " + other.productCode() + " has rules from " + other.validFrom()
                + other.validTo().map(end -> " until before " + end).orElse(" on") + ": " + advice);
    }
}
