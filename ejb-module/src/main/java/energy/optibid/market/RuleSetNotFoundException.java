package energy.optibid.market;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;

/** A product has no rule set that begins on a delivery day. */
@ApplicationException
public class RuleSetNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RuleSetNotFoundException(String productCode, LocalDate validFrom) {
        super("Product " + productCode + " has no rule set from " + validFrom + " on");
    }
}
