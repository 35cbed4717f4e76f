package energy.optibid.portfolio;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A thermal unit. Either its efficiency or its heat rate is given, since one is 3.6 divided by the other.
 *
 * @param fuel what it burns
 * @param minPowerMw least stable power while it runs, MW, not negative, not above the greatest
 * @param maxPowerMw greatest power, MW, positive
 * @param rampUpMwPerMin fastest rise of power while it runs, MW per minute, positive
 * @param rampDownMwPerMin fastest fall of power while it runs, MW per minute, positive
 * @param minUpHours how long it runs at least once started, hours, not negative
 * @param minDownHours how long it rests at least once stopped, hours, not negative
 * @param startCost currency of the zone per start, fuel of the start included, not negative
 * @param efficiency net electrical energy per lower heating value of the fuel, (0, 1]
 * @param heatRateGjPerMwh lower heating value of the fuel per net electrical energy, GJ/MWh, [3.6, 100]
 * @param co2TonnesPerMwh emitted per net electrical energy, t/MWh, [0, 5]
 * @param variableCostPerMwh currency of the zone per MWh, neither fuel nor emission allowances, not negative
 */
public record Thermal(
        Fuel fuel,
        BigDecimal minPowerMw,
        BigDecimal maxPowerMw,
        BigDecimal rampUpMwPerMin,
        BigDecimal rampDownMwPerMin,
        BigDecimal minUpHours,
        BigDecimal minDownHours,
        BigDecimal startCost,
        Optional<BigDecimal> efficiency,
        Optional<BigDecimal> heatRateGjPerMwh,
        BigDecimal co2TonnesPerMwh,
        BigDecimal variableCostPerMwh)
        implements AssetParameters {

    @Override
    public AssetKind kind() {
        return AssetKind.THERMAL;
    }
}
