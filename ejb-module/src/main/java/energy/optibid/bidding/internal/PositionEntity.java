package energy.optibid.bidding.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code positions}. */
@Entity
@Table(name = "positions")
public class PositionEntity {
    @Id
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "run_id")
    UUID runId;

    @Column(name = "asset_id")
    UUID assetId;

    @Column(name = "auction_id")
    UUID auctionId;

    @Column(name = "period_start")
    Instant periodStart;

    short minutes;

    @Column(name = "net_mw")
    BigDecimal netMw;

    BigDecimal price;
    boolean superseded;
}
