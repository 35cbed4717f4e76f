package energy.optibid.seed;

import energy.optibid.portfolio.GridConnection;
import energy.optibid.portfolio.Location;
import energy.optibid.portfolio.SiteDetails;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The two sites of each sample organisation, one in each of the six zones. The places are towns; the plants are made up.
 *
 * @param settling where the days are over
 * @param waiting where a run waits for results: not in the zone of the demo, which adds prices day by day
 */
record Plants(String organisation, SiteDetails settling, SiteDetails waiting) {
    static final List<Plants> ALL = List.of(
            new Plants(
                    "Harbour Power",
                    site("Bremerhaven", "DE_LU", "53.5396", "8.5809"),
                    site("Esbjerg", "DK1", "55.4765", "8.4594")),
            new Plants(
                    "Lowland Energy",
                    site("Vlissingen", "NL", "51.4536", "3.5714"),
                    site("Zeebrugge", "BE", "51.3300", "3.2000")),
            new Plants(
                    "Mountain Hydro",
                    site("Landeck", "AT", "47.1390", "10.5660"),
                    site("Albertville", "FR", "45.6750", "6.3930")));

    private static final int IMPORT_MW = 40;
    private static final int EXPORT_MW = 150;

    private static SiteDetails site(String name, String zone, String latitude, String longitude) {
        return new SiteDetails(
                name,
                zone,
                Optional.of(new Location(new BigDecimal(latitude), new BigDecimal(longitude))),
                new GridConnection(
                        Optional.of(BigDecimal.valueOf(IMPORT_MW)), Optional.of(BigDecimal.valueOf(EXPORT_MW))));
    }
}
