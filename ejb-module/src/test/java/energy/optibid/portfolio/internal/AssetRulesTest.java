package energy.optibid.portfolio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.Battery;
import energy.optibid.portfolio.PortfolioFinding;
import energy.optibid.portfolio.PortfolioRule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetRulesTest {

    @ParameterizedTest
    @EnumSource
    void findingsShouldBeNoneWhenAssetKeepsAllRules(AssetKind kind) {
        assertThat(AssetRules.findings(new AssetDetails("Neu-Ulm 1", "DE_LU", Plants.sound(kind))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "asset-rules.csv", numLinesToSkip = 1)
    void findingsShouldKeepToTheLimitsOfEachField(
            AssetKind kind, String field, String value, String broken, String at) {
        List<PortfolioFinding> findings = AssetRules.findings(Plants.with(kind, field, value));

        assertThat(findings)
                .extracting(finding -> finding.rule().code(), PortfolioFinding::field)
                .containsExactlyElementsOf(broken == null ? List.of() : List.of(tuple(broken, kind.code() + "." + at)));
    }

    @Test
    void findingsShouldTellAllWhenSeveralRulesAreBroken() {
        Battery broken = battery("0", "100000.001", "-20", "1.01", "0", "1", "-1", "0");

        assertThat(AssetRules.findings(new AssetDetails("", "DE_LU", broken)))
                .extracting(PortfolioFinding::rule, PortfolioFinding::field)
                .containsExactly(
                        tuple(PortfolioRule.INVALID_NAME, "name"),
                        tuple(PortfolioRule.OUT_OF_RANGE, "battery.chargePowerMw"),
                        tuple(PortfolioRule.OUT_OF_RANGE, "battery.dischargePowerMw"),
                        tuple(PortfolioRule.OUT_OF_RANGE, "battery.usableCapacityMwh"),
                        tuple(PortfolioRule.OUT_OF_RANGE, "battery.chargeEfficiency"),
                        tuple(PortfolioRule.OUT_OF_RANGE, "battery.dischargeEfficiency"),
                        tuple(PortfolioRule.OUT_OF_RANGE, "battery.selfDischargePerHour"),
                        tuple(PortfolioRule.OUT_OF_RANGE, "battery.degradationCostPerMwh"),
                        tuple(PortfolioRule.OUT_OF_RANGE, "battery.cyclesPerDay"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " B",
                "B ",
                "\u00a0B",
                "a\tb",
                "a\nb",
                "a\u0000b",
                "a\u0085b",
                "a\u2028b",
                "a\u200bb",
                "\u202eB",
                "\ufeffB",
                "\ud800",
                "B\udc00",
                "\ue000"
            })
    void findingsShouldRefuseNameWhenItHasWhatCannotBeSeen(String name) {
        assertThat(AssetRules.findings(Plants.named(name)))
                .extracting(PortfolioFinding::rule)
                .containsExactly(PortfolioRule.INVALID_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "'; drop table assets; --",
                "<script>alert(1)</script>",
                "Straße 1 – Nord",
                "発電所",
                "محطة",
                "🔋 1",
                "../../etc/passwd",
                "${jndi:ldap://x}"
            })
    void findingsShouldTakeNameWhenItIsOnlyStrange(String name) {
        assertThat(AssetRules.findings(Plants.named(name))).isEmpty();
    }

    @Test
    void findingsShouldCountTheCharactersOfANameAsTheTableDoesOrMoreStrictly() {
        assertThat(AssetRules.findings(Plants.named("x".repeat(200)))).isEmpty();
        assertThat(AssetRules.findings(Plants.named("x".repeat(201)))).hasSize(1);
        assertThat(AssetRules.findings(Plants.named("🔋".repeat(101)))).hasSize(1);
    }

    @Test
    void findingsShouldTellBothContradictionsWhenHydroPlantHasWhatItsSchemeLacks() {
        assertThat(AssetRules.findings(Plants.with(AssetKind.HYDRO, "scheme", "RUN_OF_RIVER")))
                .extracting(PortfolioFinding::rule, PortfolioFinding::field)
                .containsExactly(
                        tuple(PortfolioRule.CONTRADICTS, "hydro.pumpPowerMw"),
                        tuple(PortfolioRule.CONTRADICTS, "hydro.pumpEfficiency"),
                        tuple(PortfolioRule.CONTRADICTS, "hydro.reservoirMinMwh"),
                        tuple(PortfolioRule.CONTRADICTS, "hydro.reservoirMaxMwh"));
        assertThat(AssetRules.findings(Plants.with(AssetKind.HYDRO, "scheme", "RESERVOIR")))
                .extracting(PortfolioFinding::field)
                .containsExactly("hydro.pumpPowerMw", "hydro.pumpEfficiency");
        assertThat(AssetRules.findings(Plants.with(AssetKind.PV, "mounting", "DUAL_AXIS")))
                .extracting(PortfolioFinding::field)
                .containsExactly("pv.tiltDegrees", "pv.azimuthDegrees");
    }

    private static Battery battery(String... values) {
        BigDecimal[] numbers = Arrays.stream(values).map(BigDecimal::new).toArray(BigDecimal[]::new);
        return new Battery(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                Optional.of(numbers[7]));
    }
}
