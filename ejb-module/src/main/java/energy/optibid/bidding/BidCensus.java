package energy.optibid.bidding;

import energy.optibid.bidding.internal.CensusQuery;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Counts for those who watch the platform. Bound to no organisation, and tells of none. */
@Stateless
public class BidCensus {

    @Inject
    CensusQuery query;

    /** Counts now: reads every bid, so ask seldom and in the background. */
    public BidCounts count() {
        return query.count();
    }
}
