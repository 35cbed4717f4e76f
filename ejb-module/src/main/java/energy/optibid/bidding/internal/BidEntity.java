package energy.optibid.bidding.internal;

import energy.optibid.bidding.Bid;
import energy.optibid.bidding.BidState;
import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import energy.optibid.quantity.Side;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code bids} with its curve. */
@Entity
@Table(name = "bids")
public class BidEntity {
    @Id
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "run_id")
    UUID runId;

    @Column(name = "auction_id")
    UUID auctionId;

    @Column(name = "asset_id")
    UUID assetId;

    int period;

    @Column(name = "period_start")
    Instant periodStart;

    short minutes;
    String side;
    String state;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "submitted_at")
    @Nullable
    Instant submittedAt;

    @ElementCollection
    @CollectionTable(name = "bid_curve_points", joinColumns = @JoinColumn(name = "bid_id"))
    @OrderColumn(name = "ordinal")
    List<Step> steps = new ArrayList<>();

    /** A row of {@code bid_curve_points}. */
    @Embeddable
    public static class Step {
        BigDecimal price;

        @Column(name = "quantity_mw")
        BigDecimal quantityMw;

        static Step of(CurveStep curve) {
            Step step = new Step();
            step.price = curve.price();
            step.quantityMw = curve.quantityMw();
            return step;
        }
    }

    Side side() {
        return Side.valueOf(side.toUpperCase(Locale.ROOT));
    }

    List<CurveStep> curve() {
        return steps.stream()
                .map(step -> new CurveStep(step.price, step.quantityMw))
                .toList();
    }

    BigDecimal quantityMw() {
        return steps.stream().map(step -> step.quantityMw).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    DeliveryPeriod deliveryPeriod() {
        return DeliveryPeriod.of(periodStart, MarketTimeUnit.ofMinutes(minutes));
    }

    Bid bid(Optional<ClearingResultEntity> result) {
        return new Bid(
                id,
                period,
                deliveryPeriod(),
                side(),
                curve(),
                BidState.ofCode(state),
                result.map(cleared -> cleared.acceptedMw),
                result.map(cleared -> cleared.price));
    }
}
