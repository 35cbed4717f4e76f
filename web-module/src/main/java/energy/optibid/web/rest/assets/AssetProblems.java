package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.AssetNotFoundException;
import energy.optibid.portfolio.AssetRefusedException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The exceptions of the portfolio. */
@ApplicationScoped
public class AssetProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(AssetNotFoundException.class, ProblemCode.ASSET_NOT_FOUND)
                .add(AssetRefusedException.class, ProblemCode.ASSET_REFUSED, AssetProblems::findings);
    }

    private static List<Finding> findings(AssetRefusedException refused) {
        return refused.findings().stream()
                .map(broken -> Finding.of(broken.rule().code(), broken.field(), broken.message(), broken.value()))
                .toList();
    }
}
