package energy.optibid.bidding.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;

/** A row of {@code bid_run_prices}. */
@Embeddable
public class PriceRow {
    @Column(name = "period_start")
    Instant periodStart;

    BigDecimal price;

    static PriceRow of(Instant periodStart, BigDecimal price) {
        PriceRow row = new PriceRow();
        row.periodStart = periodStart;
        row.price = price;
        return row;
    }
}
