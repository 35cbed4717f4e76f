package energy.optibid.web.rest.market;

import energy.optibid.market.FileNotFoundException;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportNotFoundException;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.InvalidMappingException;
import energy.optibid.market.NoRulesException;
import energy.optibid.market.ProductNotTradedException;
import energy.optibid.market.RuleSetNotFoundException;
import energy.optibid.market.RuleSetsOverlapException;
import energy.optibid.market.RulesInForceException;
import energy.optibid.market.RulesRefusedException;
import energy.optibid.market.SimulationUnavailableException;
import energy.optibid.market.TooManySeriesException;
import energy.optibid.market.UnknownProductException;
import energy.optibid.market.UnknownZoneException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The exceptions of the market. */
@ApplicationScoped
public class MarketProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(UnknownProductException.class, ProblemCode.UNKNOWN_PRODUCT)
                .add(UnknownZoneException.class, ProblemCode.UNKNOWN_ZONE)
                .add(ProductNotTradedException.class, ProblemCode.PRODUCT_NOT_TRADED)
                .add(NoRulesException.class, ProblemCode.NO_RULES)
                .add(RuleSetNotFoundException.class, ProblemCode.RULE_SET_NOT_FOUND)
                .add(RuleSetsOverlapException.class, ProblemCode.RULE_SETS_OVERLAP)
                .add(RulesInForceException.class, ProblemCode.RULES_IN_FORCE)
                .add(RulesRefusedException.class, ProblemCode.RULES_REFUSED, MarketProblems::findings)
                .add(SimulationUnavailableException.class, ProblemCode.SIMULATION_UNAVAILABLE)
                .add(TooManySeriesException.class, ProblemCode.INVALID_PARAMETERS, MarketProblems::findings)
                .add(FileNotFoundException.class, ProblemCode.FILE_NOT_FOUND)
                .add(ImportNotFoundException.class, ProblemCode.IMPORT_NOT_FOUND)
                .add(ImportRefusedException.class, ProblemCode.IMPORT_REFUSED, MarketProblems::findings)
                .add(InvalidMappingException.class, ProblemCode.INVALID_PARAMETERS, MarketProblems::findings);
    }

    private static List<Finding> findings(ImportRefusedException refused) {
        return refused.findings().stream().map(MarketProblems::finding).toList();
    }

    private static Finding finding(ImportFinding finding) {
        return new Finding(finding.code().code(), finding.path(), finding.message(), finding.value());
    }

    private static List<Finding> findings(RulesRefusedException refused) {
        return refused.findings().stream()
                .map(finding -> Finding.of(finding.code(), finding.field(), finding.message(), finding.value()))
                .toList();
    }

    private static List<Finding> findings(TooManySeriesException unnamed) {
        return List.of(Finding.of("missing-parameter", "series", String.valueOf(unnamed.getMessage())));
    }

    private static List<Finding> findings(InvalidMappingException invalid) {
        String message = String.valueOf(invalid.getMessage());
        return List.of(Finding.of("invalid-value", invalid.parameter(), message, invalid.value()));
    }
}
