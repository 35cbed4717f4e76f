package energy.optibid.market;

import java.util.List;

/**
 * What a file of many zones changed.
 *
 * @param imports one for each zone, by zone
 */
public record FileReport(MarketDataFile file, List<ImportReport> imports) {
    public FileReport {
        imports = List.copyOf(imports);
    }
}
