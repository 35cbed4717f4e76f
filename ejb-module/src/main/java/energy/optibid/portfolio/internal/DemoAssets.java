package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetParameters;
import energy.optibid.portfolio.Battery;
import energy.optibid.portfolio.Fuel;
import energy.optibid.portfolio.Hydro;
import energy.optibid.portfolio.HydroScheme;
import energy.optibid.portfolio.Load;
import energy.optibid.portfolio.Pv;
import energy.optibid.portfolio.PvMounting;
import energy.optibid.portfolio.Thermal;
import energy.optibid.portfolio.Wind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** One plausible asset of each kind. */
public final class DemoAssets {
    static final Battery BATTERY = new Battery(
            BigDecimal.TEN,
            BigDecimal.TEN,
            BigDecimal.valueOf(20),
            number("0.95"),
            number("0.95"),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Optional.of(BigDecimal.ONE));

    /** Can fill and empty itself within a quarter-hour: its bids have many steps, of which a price takes some. */
    private static final Battery FAST_BATTERY = new Battery(
            number("40"),
            number("40"),
            BigDecimal.TEN,
            number("0.95"),
            number("0.95"),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Optional.empty());

    static final Pv PV = new Pv(
            number("30"),
            Optional.of(number("36")),
            PvMounting.FIXED,
            Optional.of(number("25")),
            Optional.of(number("180")),
            number("0.14"),
            Optional.of(number("-0.0035")));

    static final Wind WIND = new Wind(
            number("46.2"),
            11,
            number("115"),
            number("136"),
            number("3"),
            number("13"),
            number("25"),
            number("0.08"),
            number("0.97"));

    static final Thermal THERMAL = new Thermal(
            Fuel.NATURAL_GAS,
            number("20"),
            number("50"),
            number("5"),
            number("5"),
            number("2"),
            number("1"),
            number("1500"),
            Optional.of(number("0.42")),
            Optional.empty(),
            number("0.48"),
            number("3.5"));

    static final Hydro HYDRO = new Hydro(
            HydroScheme.PUMPED,
            number("20"),
            number("0.9"),
            Optional.of(number("18")),
            Optional.of(number("0.88")),
            Optional.of(number("10")),
            Optional.of(number("120")),
            number("0.5"));

    static final Load LOAD = new Load(number("12"), number("2"), number("6"), number("4"), 2, number("15"));

    private static final Map<String, AssetParameters> ON_SITE = new TreeMap<>(Map.of(
            "co-located battery", BATTERY,
            "flexible load", LOAD,
            "gas turbine", THERMAL,
            "pumped hydro", HYDRO,
            "solar park", PV,
            "wind farm", WIND));

    private DemoAssets() {}

    /** One of each kind for a site, in the order of their names. */
    public static List<AssetDetails> onSite(UUID siteId, String namePrefix, String zone) {
        return ON_SITE.entrySet().stream()
                .map(entry -> new AssetDetails(
                        namePrefix + " " + entry.getKey(), Optional.of(siteId), zone, entry.getValue()))
                .toList();
    }

    /** A second battery for a site, whose bids are often accepted in part. */
    public static AssetDetails fastBattery(UUID siteId, String namePrefix, String zone) {
        return new AssetDetails(namePrefix + " fast battery", Optional.of(siteId), zone, FAST_BATTERY);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
