package energy.optibid.market;

import jakarta.ejb.ApplicationException;

/** There is no product of that code. */
@ApplicationException
public class UnknownProductException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String productCode;

    public UnknownProductException(String productCode) {
        super("There is no product " + productCode);
        this.productCode = productCode;
    }

    public String productCode() {
        return productCode;
    }
}
