package energy.optibid.bidding.internal;

import energy.optibid.optimisation.BatteryPlan;
import energy.optibid.optimisation.StoredEnergyValue;
import energy.optibid.quantity.DeliveryPeriod;
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
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code plans} with its points. */
@Entity
@Table(name = "plans")
public class PlanEntity {
    static final String BID = "bid";
    static final String PERFECT_FORESIGHT = "perfect-foresight";

    /** Digits after the point of what the solver's floating-point numbers are kept with. */
    private static final int SCALE = 6;

    @Id
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "run_id")
    UUID runId;

    String purpose;
    BigDecimal profit;

    @Column(name = "cycle_price")
    BigDecimal cyclePrice;

    int binaries;

    @Column(name = "made_at")
    Instant madeAt;

    @ElementCollection
    @CollectionTable(name = "plan_points", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "ordinal")
    List<Point> points = new ArrayList<>();

    /** A row of {@code plan_points}. */
    @Embeddable
    public static class Point {
        @Column(name = "period_start")
        Instant periodStart;

        BigDecimal price;

        @Column(name = "power_mw")
        BigDecimal powerMw;

        @Column(name = "state_of_charge_mwh")
        BigDecimal stateOfChargeMwh;

        @Column(name = "opportunity_price")
        BigDecimal opportunityPrice;

        /** Null where the other periods cannot take more. */
        @Column(name = "value_of_one_more")
        @Nullable
        BigDecimal valueOfOneMore;

        /** Null where the other periods cannot do with less. */
        @Column(name = "value_of_one_less")
        @Nullable
        BigDecimal valueOfOneLess;

        StoredEnergyValue storedEnergyValue() {
            return new StoredEnergyValue(
                    valueOfOneMore == null ? Double.NEGATIVE_INFINITY : valueOfOneMore.doubleValue(),
                    valueOfOneLess == null ? Double.POSITIVE_INFINITY : valueOfOneLess.doubleValue());
        }
    }

    void take(BatteryPlan plan, List<DeliveryPeriod> periods, List<BigDecimal> prices) {
        profit = exact(plan.profit());
        cyclePrice = exact(plan.cyclePrice());
        binaries = plan.binaries();
        for (int i = 0; i < periods.size(); i++) {
            Point point = new Point();
            point.periodStart = periods.get(i).start();
            point.price = prices.get(i);
            point.powerMw = exact(plan.powerMw().get(i));
            point.stateOfChargeMwh = exact(plan.stateOfChargeMwh().get(i));
            point.opportunityPrice = exact(plan.opportunityPrices().get(i));
            point.valueOfOneMore = bounded(plan.storedEnergyValues().get(i).oneMore());
            point.valueOfOneLess = bounded(plan.storedEnergyValues().get(i).oneLess());
            points.add(point);
        }
    }

    /** The plan again, as the planner gave it but for the digits that were not kept. */
    BatteryPlan plan() {
        return new BatteryPlan(
                points.stream().map(point -> point.powerMw.doubleValue()).toList(),
                points.stream()
                        .map(point -> point.stateOfChargeMwh.doubleValue())
                        .toList(),
                points.stream()
                        .map(point -> point.opportunityPrice.doubleValue())
                        .toList(),
                points.stream().map(Point::storedEnergyValue).toList(),
                cyclePrice.doubleValue(),
                profit.doubleValue(),
                binaries);
    }

    private static @Nullable BigDecimal bounded(double value) {
        return Double.isFinite(value) ? exact(value) : null;
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
