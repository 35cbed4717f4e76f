package energy.optibid.web.rest.market;

import energy.optibid.market.FileReport;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file of many zones changed. */
public record FileReportJson(
        MarketDataFileJson file,

        @Schema(description = "One for each zone, by zone") List<ImportJson> imports) {

    static FileReportJson of(FileReport report) {
        return new FileReportJson(
                MarketDataFileJson.of(report.file()),
                report.imports().stream().map(ImportJson::of).toList());
    }
}
