package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.AssetInUseException;
import energy.optibid.portfolio.AssetNotFoundException;
import energy.optibid.portfolio.AssetRefusedException;
import energy.optibid.portfolio.BatteryNeededException;
import energy.optibid.portfolio.PortfolioFinding;
import energy.optibid.portfolio.SiteInUseException;
import energy.optibid.portfolio.SiteNotFoundException;
import energy.optibid.portfolio.SiteRefusedException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The exceptions of the portfolio. */
@ApplicationScoped
public class AssetProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(AssetNotFoundException.class, ProblemCode.ASSET_NOT_FOUND)
                .add(SiteNotFoundException.class, ProblemCode.SITE_NOT_FOUND)
                .add(AssetRefusedException.class, ProblemCode.ASSET_REFUSED, broken -> findings(broken.findings()))
                .add(SiteRefusedException.class, ProblemCode.SITE_REFUSED, broken -> findings(broken.findings()))
                .add(
                        AssetInUseException.class,
                        ProblemCode.ASSET_IN_USE,
                        used -> each(used.openRuns(), "open-bid-run", "bidRuns", "The bid run has not ended"))
                .add(
                        SiteInUseException.class,
                        ProblemCode.SITE_IN_USE,
                        used -> each(used.assets(), "asset-on-site", "assets", "The asset stands on the site"))
                .add(
                        BatteryNeededException.class,
                        ProblemCode.BATTERY_NEEDED,
                        other -> List.of(Finding.of(
                                "battery-needed",
                                "assetId",
                                String.valueOf(other.getMessage()),
                                other.assetId().toString())));
    }

    private static List<Finding> findings(List<PortfolioFinding> broken) {
        return broken.stream()
                .map(each -> each.value().isEmpty()
                        ? Finding.of(each.rule().code(), each.field(), each.message())
                        : Finding.of(each.rule().code(), each.field(), each.message(), each.value()))
                .toList();
    }

    private static List<Finding> each(List<UUID> ids, String code, String path, String message) {
        return ids.stream()
                .map(id -> Finding.of(code, path, message, id.toString()))
                .toList();
    }
}
