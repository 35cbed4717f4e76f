package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetParameters;
import energy.optibid.portfolio.Battery;
import energy.optibid.portfolio.Hydro;
import energy.optibid.portfolio.Load;
import energy.optibid.portfolio.PortfolioFinding;
import energy.optibid.portfolio.Pv;
import energy.optibid.portfolio.PvMounting;
import energy.optibid.portfolio.Thermal;
import energy.optibid.portfolio.Wind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What an asset's name and numbers may be: the limits of the tables, told all at once. */
public final class AssetRules {
    private static final BigDecimal MAX_CAPACITY = new BigDecimal("1000000");
    private static final BigDecimal MAX_RESERVOIR = new BigDecimal("100000000");
    private static final BigDecimal MAX_CYCLES = new BigDecimal("1000");
    private static final BigDecimal MAX_HUB_HEIGHT = new BigDecimal("300");
    private static final BigDecimal MAX_DIAMETER = new BigDecimal("400");
    private static final BigDecimal MAX_WIND_SPEED = new BigDecimal("60");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LEAST_DC_RATIO = new BigDecimal("0.5");
    private static final BigDecimal GREATEST_DC_RATIO = new BigDecimal("3");
    private static final String MAX_START_COST = "100000000";

    private AssetRules() {}

    /** Every broken rule, in order of the fields; empty where all is well. */
    public static List<PortfolioFinding> findings(AssetDetails asset) {
        NumberRules name = new NumberRules("");
        name.name(asset.name());
        List<PortfolioFinding> findings = new ArrayList<>(name.findings());
        findings.addAll(findings(asset.parameters()));
        return findings;
    }

    private static List<PortfolioFinding> findings(AssetParameters parameters) {
        NumberRules rules = new NumberRules(parameters.kind().code() + ".");
        switch (parameters.kind()) {
            case BATTERY -> check(rules, (Battery) parameters);
            case PV -> check(rules, (Pv) parameters);
            case WIND -> check(rules, (Wind) parameters);
            case THERMAL -> check(rules, (Thermal) parameters);
            case HYDRO -> check(rules, (Hydro) parameters);
            case LOAD -> check(rules, (Load) parameters);
        }
        return rules.findings();
    }

    private static void check(NumberRules rules, Battery battery) {
        rules.power("chargePowerMw", battery.chargePowerMw());
        rules.power("dischargePowerMw", battery.dischargePowerMw());
        rules.positive("usableCapacityMwh", battery.usableCapacityMwh(), MAX_CAPACITY, 3);
        rules.efficiency("chargeEfficiency", battery.chargeEfficiency());
        rules.efficiency("dischargeEfficiency", battery.dischargeEfficiency());
        rules.below("selfDischargePerHour", battery.selfDischargePerHour(), "1", 8);
        rules.cost("degradationCostPerMwh", battery.degradationCostPerMwh());
        battery.cyclesPerDay().ifPresent(cycles -> rules.positive("cyclesPerDay", cycles, MAX_CYCLES, 3));
    }

    private static void check(NumberRules rules, Pv pv) {
        rules.power("peakPowerMw", pv.peakPowerMw());
        pv.dcPeakPowerMw().ifPresent(dc -> {
            rules.power("dcPeakPowerMw", dc);
            rules.fits(
                    dc.compareTo(pv.peakPowerMw().multiply(LEAST_DC_RATIO)) >= 0
                            && dc.compareTo(pv.peakPowerMw().multiply(GREATEST_DC_RATIO)) <= 0,
                    "dcPeakPowerMw",
                    "dcPeakPowerMw must lie between half of peakPowerMw and three times as much",
                    dc);
        });
        boolean directed = pv.mounting() != PvMounting.DUAL_AXIS;
        String because = directed ? "unless the modules follow the sun around two axes" : "with two axes";
        rules.there("tiltDegrees", pv.tiltDegrees(), directed, because);
        rules.there("azimuthDegrees", pv.azimuthDegrees(), directed, because);
        pv.tiltDegrees().ifPresent(tilt -> rules.within("tiltDegrees", tilt, "0", "90", 2));
        pv.azimuthDegrees().ifPresent(azimuth -> rules.below("azimuthDegrees", azimuth, "360", 2));
        rules.below("lossesFraction", pv.lossesFraction(), "1", 4);
        pv.temperatureCoefficientPerKelvin()
                .ifPresent(share -> rules.within("temperatureCoefficientPerKelvin", share, "-0.02", "0", 5));
    }

    private static void check(NumberRules rules, Wind wind) {
        rules.power("ratedPowerMw", wind.ratedPowerMw());
        rules.whole("turbineCount", wind.turbineCount(), 1, 10_000);
        rules.positive("hubHeightM", wind.hubHeightM(), MAX_HUB_HEIGHT, 2);
        rules.positive("rotorDiameterM", wind.rotorDiameterM(), MAX_DIAMETER, 2);
        rules.fits(
                wind.hubHeightM().multiply(TWO).compareTo(wind.rotorDiameterM()) > 0,
                "hubHeightM",
                "hubHeightM must be more than half of rotorDiameterM",
                wind.hubHeightM());
        rules.positive("cutInSpeedMPerS", wind.cutInSpeedMPerS(), MAX_WIND_SPEED, 2);
        rules.positive("ratedSpeedMPerS", wind.ratedSpeedMPerS(), MAX_WIND_SPEED, 2);
        rules.positive("cutOutSpeedMPerS", wind.cutOutSpeedMPerS(), MAX_WIND_SPEED, 2);
        rules.fits(
                wind.ratedSpeedMPerS().compareTo(wind.cutInSpeedMPerS()) > 0,
                "ratedSpeedMPerS",
                "ratedSpeedMPerS must be above cutInSpeedMPerS",
                wind.ratedSpeedMPerS());
        rules.fits(
                wind.cutOutSpeedMPerS().compareTo(wind.ratedSpeedMPerS()) > 0,
                "cutOutSpeedMPerS",
                "cutOutSpeedMPerS must be above ratedSpeedMPerS",
                wind.cutOutSpeedMPerS());
        rules.below("wakeLossFraction", wind.wakeLossFraction(), "1", 4);
        rules.positive("availabilityFraction", wind.availabilityFraction(), BigDecimal.ONE, 4);
    }

    private static void check(NumberRules rules, Thermal thermal) {
        rules.powerOrNone("minPowerMw", thermal.minPowerMw());
        rules.power("maxPowerMw", thermal.maxPowerMw());
        rules.fits(
                thermal.minPowerMw().compareTo(thermal.maxPowerMw()) <= 0,
                "minPowerMw",
                "minPowerMw must not be above maxPowerMw",
                thermal.minPowerMw());
        rules.power("rampUpMwPerMin", thermal.rampUpMwPerMin());
        rules.power("rampDownMwPerMin", thermal.rampDownMwPerMin());
        rules.within("minUpHours", thermal.minUpHours(), "0", "1000", 2);
        rules.within("minDownHours", thermal.minDownHours(), "0", "1000", 2);
        rules.within("startCost", thermal.startCost(), "0", MAX_START_COST, 4);
        boolean efficient = thermal.efficiency().isPresent();
        rules.there(
                "heatRateGjPerMwh",
                thermal.heatRateGjPerMwh(),
                !efficient,
                efficient ? "with efficiency" : "without efficiency");
        thermal.efficiency().ifPresent(efficiency -> rules.efficiency("efficiency", efficiency));
        thermal.heatRateGjPerMwh().ifPresent(rate -> rules.within("heatRateGjPerMwh", rate, "3.6", "100", 4));
        rules.within("co2TonnesPerMwh", thermal.co2TonnesPerMwh(), "0", "5", 4);
        rules.cost("variableCostPerMwh", thermal.variableCostPerMwh());
    }

    private static void check(NumberRules rules, Hydro hydro) {
        rules.power("turbinePowerMw", hydro.turbinePowerMw());
        rules.efficiency("turbineEfficiency", hydro.turbineEfficiency());
        boolean pumps = hydro.scheme().hasPump();
        String pumping = pumps ? "in a pumped plant" : "unless the plant is pumped";
        rules.there("pumpPowerMw", hydro.pumpPowerMw(), pumps, pumping);
        rules.there("pumpEfficiency", hydro.pumpEfficiency(), pumps, pumping);
        hydro.pumpPowerMw().ifPresent(power -> rules.power("pumpPowerMw", power));
        hydro.pumpEfficiency().ifPresent(efficiency -> rules.efficiency("pumpEfficiency", efficiency));
        checkReservoir(rules, hydro);
        rules.powerOrNone("inflowMw", hydro.inflowMw());
    }

    private static void checkReservoir(NumberRules rules, Hydro hydro) {
        boolean stores = hydro.scheme().hasReservoir();
        String storing = stores ? "with a reservoir" : "in a run-of-river plant";
        rules.there("reservoirMinMwh", hydro.reservoirMinMwh(), stores, storing);
        rules.there("reservoirMaxMwh", hydro.reservoirMaxMwh(), stores, storing);
        hydro.reservoirMinMwh()
                .ifPresent(min -> rules.within("reservoirMinMwh", min, "0", MAX_RESERVOIR.toPlainString(), 3));
        hydro.reservoirMaxMwh().ifPresent(max -> {
            rules.positive("reservoirMaxMwh", max, MAX_RESERVOIR, 3);
            rules.fits(
                    max.compareTo(hydro.reservoirMinMwh().orElse(BigDecimal.ZERO)) > 0,
                    "reservoirMaxMwh",
                    "reservoirMaxMwh must be above reservoirMinMwh",
                    max);
        });
    }

    private static void check(NumberRules rules, Load load) {
        rules.power("baselineMw", load.baselineMw());
        rules.powerOrNone("flexibleUpMw", load.flexibleUpMw());
        rules.powerOrNone("flexibleDownMw", load.flexibleDownMw());
        rules.fits(
                load.flexibleDownMw().compareTo(load.baselineMw()) <= 0,
                "flexibleDownMw",
                "flexibleDownMw must not be above baselineMw",
                load.flexibleDownMw());
        rules.within("maxShiftHours", load.maxShiftHours(), "0", "168", 2);
        rules.whole("maxCallsPerDay", load.maxCallsPerDay(), 1, 96);
        rules.cost("flexibilityCostPerMwh", load.flexibilityCostPerMwh());
    }
}
