package energy.optibid.market;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;

/** A product exists, but no rules of it are in force on a delivery day. */
@ApplicationException
public class NoRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String productCode;
    private final LocalDate deliveryDate;

    public NoRulesException(String productCode, LocalDate deliveryDate) {
        super("Product " + productCode + " has no rules for delivery on " + deliveryDate);
        this.productCode = productCode;
        this.deliveryDate = deliveryDate;
    }

    public String productCode() {
        return productCode;
    }

    public LocalDate deliveryDate() {
        return deliveryDate;
    }
}
