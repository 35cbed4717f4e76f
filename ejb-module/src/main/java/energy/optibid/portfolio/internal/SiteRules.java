package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.PortfolioFinding;
import energy.optibid.portfolio.SiteDetails;
import java.util.ArrayList;
import java.util.List;

/** What a site's name and numbers may be: the limits of the table, told all at once. */
public final class SiteRules {

    private SiteRules() {}

    /** Every broken rule, in order of the fields; empty where all is well. */
    public static List<PortfolioFinding> findings(SiteDetails site) {
        NumberRules rules = new NumberRules("");
        rules.name(site.name());
        NumberRules location = new NumberRules("location.");
        site.location().ifPresent(point -> {
            location.within("latitude", point.latitude(), "-90", "90", 6);
            location.within("longitude", point.longitude(), "-180", "180", 6);
        });
        NumberRules connection = new NumberRules("gridConnection.");
        site.connection().importLimitMw().ifPresent(limit -> connection.powerOrNone("importLimitMw", limit));
        site.connection().exportLimitMw().ifPresent(limit -> connection.powerOrNone("exportLimitMw", limit));
        List<PortfolioFinding> findings = new ArrayList<>(rules.findings());
        findings.addAll(location.findings());
        findings.addAll(connection.findings());
        return findings;
    }
}
