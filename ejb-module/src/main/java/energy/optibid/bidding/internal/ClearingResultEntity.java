package energy.optibid.bidding.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code clearing_results}. */
@Entity
@Table(name = "clearing_results")
public class ClearingResultEntity {
    @Id
    @Column(name = "bid_id")
    UUID bidId;

    @Column(name = "auction_id")
    UUID auctionId;

    BigDecimal price;

    @Column(name = "accepted_mw")
    BigDecimal acceptedMw;

    String basis;

    @Column(name = "cleared_at")
    Instant clearedAt;
}
