package energy.optibid.settlement;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivers what a battery sold, as far as it can, and settles the day.
 *
 * <p>A period is run at the plan's power where the accepted quantity is the plan's to within one quantity step: a bid is
 * a whole number of steps, and the rest is traded as a deviation (the residual). Elsewhere it is run at the accepted
 * power. What the stored energy or the free room does not allow is undeliverable. Both deviations settle at the
 * auction's price, in place of an imbalance price, and are shown apart.
 */
public final class BatteryDelivery {
    private static final int SCALE = 6;

    /** The plan is kept with 6 digits: a limit that it touches may be missed by that much without anything being short. */
    private static final double TOLERANCE_MW = 1e-5;

    private final Store store;
    private final BigDecimal quantityStepMw;

    /**
     * @param store the battery's limits
     * @param quantityStepMw the product's quantity step, MW
     */
    public BatteryDelivery(Store store, BigDecimal quantityStepMw) {
        this.store = store;
        this.quantityStepMw = quantityStepMw;
    }

    /**
     * The limits of the store that decide what can be delivered; units as in {@code portfolio.Battery}.
     *
     * @param usableCapacityMwh energy between empty and full, MWh
     * @param chargeEfficiency stored energy per energy from the grid, (0, 1]
     * @param dischargeEfficiency energy into the grid per energy taken from the store, (0, 1]
     * @param selfDischargePerHour share of the stored energy lost in an hour, [0, 1)
     * @param degradationCostPerMwh currency per MWh discharged into the grid
     */
    public record Store(
            BigDecimal chargePowerMw,
            BigDecimal dischargePowerMw,
            BigDecimal usableCapacityMwh,
            BigDecimal chargeEfficiency,
            BigDecimal dischargeEfficiency,
            BigDecimal selfDischargePerHour,
            BigDecimal degradationCostPerMwh) {}

    /**
     * Settles a day.
     *
     * @param startMwh stored energy before the first period, MWh
     * @param sold the day's periods in order
     */
    public SettledDay settle(BigDecimal startMwh, List<SoldPeriod> sold) {
        List<SettledPeriod> settled = new ArrayList<>(sold.size());
        double storedMwh = startMwh.doubleValue();
        for (SoldPeriod period : sold) {
            BigDecimal target = targetMw(period);
            double kept = keptMwh(storedMwh, period.period());
            BigDecimal delivered = deliverableMw(target, kept, period.period());
            storedMwh = afterMwh(kept, delivered, period.period());
            settled.add(settle(period, target, delivered, storedMwh));
        }
        return new SettledDay(settled);
    }

    private BigDecimal targetMw(SoldPeriod period) {
        boolean asPlanned =
                period.acceptedMw().subtract(period.plannedMw()).abs().compareTo(quantityStepMw) < 0;
        return asPlanned ? period.plannedMw() : period.acceptedMw();
    }

    private double keptMwh(double storedMwh, DeliveryPeriod period) {
        return storedMwh * Math.pow(1 - store.selfDischargePerHour().doubleValue(), period.hours());
    }

    /** The target, cut to the powers and to what the store holds or has room for; rounded towards zero. */
    private BigDecimal deliverableMw(BigDecimal targetMw, double keptMwh, DeliveryPeriod period) {
        double most = Math.min(
                store.dischargePowerMw().doubleValue(),
                keptMwh * store.dischargeEfficiency().doubleValue() / period.hours());
        double roomMwh = Math.max(0, store.usableCapacityMwh().doubleValue() - keptMwh);
        double least = -Math.min(
                store.chargePowerMw().doubleValue(),
                roomMwh / store.chargeEfficiency().doubleValue() / period.hours());
        double target = targetMw.doubleValue();
        if (target <= most + TOLERANCE_MW && target >= least - TOLERANCE_MW) {
            return targetMw;
        }
        return BigDecimal.valueOf(Math.min(most, Math.max(least, target))).setScale(SCALE, RoundingMode.DOWN);
    }

    private double afterMwh(double keptMwh, BigDecimal deliveredMw, DeliveryPeriod period) {
        double energyMwh = deliveredMw.doubleValue() * period.hours();
        double after = energyMwh >= 0
                ? keptMwh - energyMwh / store.dischargeEfficiency().doubleValue()
                : keptMwh - energyMwh * store.chargeEfficiency().doubleValue();
        return Math.min(store.usableCapacityMwh().doubleValue(), Math.max(0, after));
    }

    private SettledPeriod settle(SoldPeriod sold, BigDecimal target, BigDecimal delivered, double storedMwh) {
        DeliveryPeriod period = sold.period();
        BigDecimal residualMwh = period.energyMwh(target.subtract(sold.acceptedMw()));
        BigDecimal undeliverableMwh = period.energyMwh(delivered.subtract(target));
        BigDecimal marketRevenue = money(period.energyMwh(sold.acceptedMw()), sold.price());
        BigDecimal residualRevenue = money(residualMwh, sold.price());
        BigDecimal undeliverableRevenue = money(undeliverableMwh, sold.price());
        BigDecimal degradation = money(period.energyMwh(delivered.max(BigDecimal.ZERO)), store.degradationCostPerMwh());
        return new SettledPeriod(
                period,
                sold.price(),
                sold.acceptedMw(),
                delivered,
                BigDecimal.valueOf(storedMwh).setScale(SCALE, RoundingMode.HALF_EVEN),
                marketRevenue,
                residualMwh.setScale(SCALE, RoundingMode.HALF_EVEN),
                residualRevenue,
                undeliverableMwh.setScale(SCALE, RoundingMode.HALF_EVEN),
                undeliverableRevenue,
                degradation,
                marketRevenue.add(residualRevenue).add(undeliverableRevenue).subtract(degradation));
    }

    private static BigDecimal money(BigDecimal energyMwh, BigDecimal price) {
        return energyMwh.multiply(price).setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
