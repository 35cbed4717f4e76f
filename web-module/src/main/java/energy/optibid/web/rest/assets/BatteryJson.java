package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Battery;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The nameplate of a battery; see {@link Battery} for what each number means.
 *
 * @param selfDischargePerHour 0 unless given
 * @param degradationCostPerMwh 0 unless given
 * @param cyclesPerDay unlimited unless given
 */
public record BatteryJson(
        BigDecimal chargePowerMw,
        BigDecimal dischargePowerMw,
        BigDecimal usableCapacityMwh,
        BigDecimal chargeEfficiency,
        BigDecimal dischargeEfficiency,
        Optional<BigDecimal> selfDischargePerHour,
        Optional<BigDecimal> degradationCostPerMwh,
        Optional<BigDecimal> cyclesPerDay) {

    static BatteryJson of(Battery battery) {
        return new BatteryJson(
                battery.chargePowerMw(),
                battery.dischargePowerMw(),
                battery.usableCapacityMwh(),
                battery.chargeEfficiency(),
                battery.dischargeEfficiency(),
                Optional.of(battery.selfDischargePerHour()),
                Optional.of(battery.degradationCostPerMwh()),
                battery.cyclesPerDay());
    }

    Battery battery() {
        return new Battery(
                chargePowerMw,
                dischargePowerMw,
                usableCapacityMwh,
                chargeEfficiency,
                dischargeEfficiency,
                selfDischargePerHour.orElse(BigDecimal.ZERO),
                degradationCostPerMwh.orElse(BigDecimal.ZERO),
                cyclesPerDay);
    }
}
