package energy.optibid.bidding;

import jakarta.ejb.ApplicationException;
import java.math.BigDecimal;

/** A state of charge that the battery cannot have. */
@ApplicationException(rollback = true)
public class StateOfChargeOutOfRangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient BigDecimal valueMwh;

    public StateOfChargeOutOfRangeException(String field, BigDecimal valueMwh, BigDecimal capacityMwh) {
        super(field + " " + valueMwh.toPlainString() + " MWh must lie between 0 and the usable capacity of "
                + capacityMwh.toPlainString() + " MWh.");
        this.field = field;
        this.valueMwh = valueMwh;
    }

    /** {@code startMwh} or {@code endMwh}. */
    public String field() {
        return field;
    }

    public BigDecimal valueMwh() {
        return valueMwh;
    }
}
