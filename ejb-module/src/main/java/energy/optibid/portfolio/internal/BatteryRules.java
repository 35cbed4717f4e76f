package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.AssetFinding;
import energy.optibid.portfolio.AssetRefusedException.Rule;
import energy.optibid.portfolio.Battery;
import energy.optibid.portfolio.NewBattery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a battery's numbers may be: the limits of the table, told all at once. */
public final class BatteryRules {
    private static final int MAX_NAME = 200;
    private static final BigDecimal MAX_POWER = new BigDecimal("100000");
    private static final BigDecimal MAX_CAPACITY = new BigDecimal("1000000");
    private static final BigDecimal MAX_COST = new BigDecimal("100000");
    private static final BigDecimal MAX_CYCLES = new BigDecimal("1000");

    private final List<AssetFinding> findings = new ArrayList<>();

    private BatteryRules() {}

    /** Every broken rule, in order of the fields; empty where all is well. */
    public static List<AssetFinding> findings(NewBattery asset) {
        BatteryRules rules = new BatteryRules();
        rules.name(asset.name());
        rules.battery(asset.battery());
        return List.copyOf(rules.findings);
    }

    private void name(String name) {
        if (name.isBlank() || name.length() > MAX_NAME || !name.equals(name.strip()) || hasControl(name)) {
            String message = "The name must have 1 to 200 characters, none of them a control character, and no blanks"
                    + " at its ends";
            findings.add(new AssetFinding(Rule.INVALID_NAME, "name", message, name));
        }
    }

    private static boolean hasControl(String name) {
        return name.codePoints().anyMatch(Character::isISOControl);
    }

    private void battery(Battery battery) {
        positive("chargePowerMw", battery.chargePowerMw(), MAX_POWER, 3);
        positive("dischargePowerMw", battery.dischargePowerMw(), MAX_POWER, 3);
        positive("usableCapacityMwh", battery.usableCapacityMwh(), MAX_CAPACITY, 3);
        positive("chargeEfficiency", battery.chargeEfficiency(), BigDecimal.ONE, 6);
        positive("dischargeEfficiency", battery.dischargeEfficiency(), BigDecimal.ONE, 6);
        BigDecimal loss = battery.selfDischargePerHour();
        require(loss.signum() >= 0 && loss.compareTo(BigDecimal.ONE) < 0, "selfDischargePerHour", "[0, 1)", loss);
        decimals("selfDischargePerHour", loss, 8);
        BigDecimal cost = battery.degradationCostPerMwh();
        require(
                cost.signum() >= 0 && cost.compareTo(MAX_COST) <= 0,
                "degradationCostPerMwh",
                "[0, " + MAX_COST + "]",
                cost);
        decimals("degradationCostPerMwh", cost, 4);
        battery.cyclesPerDay().ifPresent(cycles -> positive("cyclesPerDay", cycles, MAX_CYCLES, 3));
    }

    private void positive(String field, BigDecimal value, BigDecimal max, int decimals) {
        require(value.signum() > 0 && value.compareTo(max) <= 0, field, "(0, " + max + "]", value);
        decimals(field, value, decimals);
    }

    private void require(boolean fulfilled, String field, String range, BigDecimal value) {
        if (!fulfilled) {
            add(Rule.OUT_OF_RANGE, field, field + " must lie in " + range, value);
        }
    }

    private void decimals(String field, BigDecimal value, int decimals) {
        if (value.stripTrailingZeros().scale() > decimals) {
            add(
                    Rule.TOO_MANY_DECIMALS,
                    field,
                    field + " is kept with " + decimals + " digits after the point and not rounded",
                    value);
        }
    }

    private void add(Rule rule, String field, String message, BigDecimal value) {
        findings.add(new AssetFinding(rule, "battery." + field, message, value.toString()));
    }
}
