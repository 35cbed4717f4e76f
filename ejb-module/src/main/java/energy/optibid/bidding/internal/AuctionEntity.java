package energy.optibid.bidding.internal;

import energy.optibid.bidding.TradingLimits;
import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code auctions}: one product, zone and delivery day, with the rules it was opened under. */
@Entity
@Table(name = "auctions")
public class AuctionEntity {
    @Id
    UUID id;

    @Column(name = "product_id")
    short productId;

    @Column(name = "zone_id")
    short zoneId;

    @Column(name = "delivery_date")
    LocalDate deliveryDate;

    @Column(name = "time_zone")
    String timeZone;

    short minutes;
    String currency;

    @Column(name = "gate_closure")
    Instant gateClosure;

    @Column(name = "result_time")
    Instant resultTime;

    @Column(name = "min_price")
    BigDecimal minPrice;

    @Column(name = "max_price")
    BigDecimal maxPrice;

    @Column(name = "price_tick")
    BigDecimal priceTick;

    @Column(name = "quantity_step_mw")
    BigDecimal quantityStepMw;

    @Column(name = "min_quantity_mw")
    @Nullable
    BigDecimal minQuantityMw;

    @Column(name = "max_quantity_mw")
    @Nullable
    BigDecimal maxQuantityMw;

    @Column(name = "max_curve_points")
    @Nullable
    Integer maxCurvePoints;

    @Column(name = "created_at")
    Instant createdAt;

    DeliveryDay day() {
        return new DeliveryDay(deliveryDate, ZoneId.of(timeZone));
    }

    MarketTimeUnit timeUnit() {
        return MarketTimeUnit.ofMinutes(minutes);
    }

    List<DeliveryPeriod> periods() {
        return day().periods(timeUnit());
    }

    TradingLimits limits() {
        return new TradingLimits(
                minPrice,
                maxPrice,
                priceTick,
                Optional.ofNullable(minQuantityMw),
                Optional.ofNullable(maxQuantityMw),
                quantityStepMw,
                maxCurvePoints == null ? OptionalInt.empty() : OptionalInt.of(maxCurvePoints),
                currency);
    }
}
