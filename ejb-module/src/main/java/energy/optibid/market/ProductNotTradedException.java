package energy.optibid.market;

import jakarta.ejb.ApplicationException;

/** Product and zone exist, but the product is not traded in the zone. */
@ApplicationException
public class ProductNotTradedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String productCode;
    private final String zoneCode;

    public ProductNotTradedException(String productCode, String zoneCode) {
        super("Product " + productCode + " is not traded in zone " + zoneCode);
        this.productCode = productCode;
        this.zoneCode = zoneCode;
    }

    public String productCode() {
        return productCode;
    }

    public String zoneCode() {
        return zoneCode;
    }
}
