package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Fuel;
import energy.optibid.portfolio.Thermal;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parameters of an asset of kind thermal. */
public record ThermalJson(
        @Schema(description = "What it burns") Fuel fuel,

        @Schema(description = "Least stable power while it runs, MW, not negative, not above the greatest")
        BigDecimal minPowerMw,

        @Schema(description = "Greatest power, MW, positive")
        BigDecimal maxPowerMw,

        @Schema(description = "Fastest rise of power while it runs, MW per minute, positive")
        BigDecimal rampUpMwPerMin,

        @Schema(description = "Fastest fall of power while it runs, MW per minute, positive")
        BigDecimal rampDownMwPerMin,

        @Schema(description = "How long it runs at least once started, hours, not negative")
        BigDecimal minUpHours,

        @Schema(description = "How long it rests at least once stopped, hours, not negative")
        BigDecimal minDownHours,

        @Schema(description = "Currency of the zone per start, fuel of the start included, not negative")
        BigDecimal startCost,

        @Schema(description = "Net electrical energy per lower heating value of the fuel, (0, 1]")
        Optional<BigDecimal> efficiency,

        @Schema(description = "Lower heating value of the fuel per net electrical energy, GJ/MWh, [3.6, 100]")
        Optional<BigDecimal> heatRateGjPerMwh,

        @Schema(description = "Emitted per net electrical energy, t/MWh, [0, 5]")
        BigDecimal co2TonnesPerMwh,

        @Schema(description = "Currency of the zone per MWh, neither fuel nor emission allowances, not negative")
        BigDecimal variableCostPerMwh) {

    static ThermalJson of(Thermal thermal) {
        return new ThermalJson(
                thermal.fuel(),
                thermal.minPowerMw(),
                thermal.maxPowerMw(),
                thermal.rampUpMwPerMin(),
                thermal.rampDownMwPerMin(),
                thermal.minUpHours(),
                thermal.minDownHours(),
                thermal.startCost(),
                thermal.efficiency(),
                thermal.heatRateGjPerMwh(),
                thermal.co2TonnesPerMwh(),
                thermal.variableCostPerMwh());
    }

    Thermal thermal() {
        return new Thermal(
                fuel,
                minPowerMw,
                maxPowerMw,
                rampUpMwPerMin,
                rampDownMwPerMin,
                minUpHours,
                minDownHours,
                startCost,
                efficiency,
                heatRateGjPerMwh,
                co2TonnesPerMwh,
                variableCostPerMwh);
    }
}
