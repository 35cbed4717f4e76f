package energy.optibid.analytics;

import energy.optibid.analytics.internal.Copy;
import energy.optibid.analytics.internal.CopyComparison;
import energy.optibid.analytics.internal.CopyLog;
import energy.optibid.analytics.internal.OptionalCopy;
import energy.optibid.identity.AuditTrail;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Services;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The copy of prices, bids, results and forecasts in ClickHouse, for those who run the platform. */
@Stateless
@OrganisationBound
public class AnalyticsCopy {

    @Inject
    OptionalCopy copy;

    @Inject
    CopyLog log;

    @Inject
    Services services;

    @Inject
    AuditTrail auditTrail;

    /** How far it is. */
    public CopyStatus status() {
        ServiceState state = services.of(ServiceName.CLICKHOUSE).state();
        return copy.copy()
                .map(kept -> new CopyStatus(state, kept.isCaughtUp(), log.waiting()))
                .orElse(new CopyStatus(state, false, 0));
    }

    /**
     * Compares counts and sums of each table, product, zone and month with PostgreSQL, after the copy was brought up to date.
     *
     * @param repair whether months that differ are copied anew
     * @return what differs or differed; empty where nothing does
     * @throws ClickHouseNeededException where it is off or does not answer
     */
    public List<CopyDifference> compare(Actor actor, boolean repair) {
        Copy kept = required();
        List<CopyDifference> differences = new CopyComparison(kept).run(repair);
        if (repair) {
            record(actor, "analytics-copy.repair", "{\"differences\":" + differences.size() + "}");
        }
        return differences;
    }

    /**
     * Has the whole copy made anew in the background; until then PostgreSQL serves.
     *
     * @throws ClickHouseNeededException where it is off or does not answer
     */
    public void refill(Actor actor) {
        required().forget();
        record(actor, "analytics-copy.refill", "{}");
    }

    private Copy required() {
        return copy.copy().orElseThrow(() -> new ClickHouseNeededException(ServiceState.OFF));
    }

    private void record(Actor actor, String action, String values) {
        auditTrail.record(actor, action, "analytics-copy", "clickhouse", Optional.empty(), Optional.of(values));
    }
}
