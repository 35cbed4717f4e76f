package energy.optibid.bidding;

import energy.optibid.bidding.internal.BidRunFactory;
import energy.optibid.bidding.internal.BidRunReader;
import energy.optibid.bidding.internal.BidRunStore;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts, follows and cancels bid runs. A run is carried out in the background and survives a restart. */
@Stateless
@OrganisationBound
public class BidDesk {

    @Inject
    BidRunFactory factory;

    @Inject
    BidRunStore store;

    @Inject
    BidRunReader reader;

    /**
     * Checks the request and queues a run; nothing is stored where it is refused.
     *
     * @return the run's identifier
     * @throws energy.optibid.portfolio.AssetNotFoundException where there is no such asset, or it is another
     *     organisation's
     * @throws energy.optibid.portfolio.BatteryNeededException where the asset is no battery
     * @throws AsOfInFutureException where the run would use what is not known yet
     * @throws SoldInSessionsException where the product has no auction of a whole day
     * @throws GateClosedException where the gate was closed at the run's instant
     * @throws StateOfChargeOutOfRangeException where the battery cannot have the given state of charge
     * @throws energy.optibid.forecasting.UnknownForecasterException where there is no such forecaster
     * @throws energy.optibid.forecasting.NotEnoughHistoryException where the prices known at the run's instant do not
     *     reach back far enough
     */
    public UUID startRun(Actor actor, BidRunRequest request) {
        return factory.create(actor, request);
    }

    /**
     * The run as it stands.
     *
     * @throws BidRunNotFoundException where there is none, or it is another organisation's
     */
    public BidRun run(Actor actor, UUID id) {
        return reader.run(store.owned(actor, id));
    }

    /**
     * The organisation's runs, newest first.
     *
     * @param limit at most so many
     * @param before only those created before this one; absent for the newest
     */
    public List<BidRunSummary> runs(Actor actor, int limit, Optional<UUID> before) {
        return reader.summaries(store.newest(actor, limit, before));
    }

    /**
     * Cancels a run: at once where no worker holds it, else before its next step. Submitted bids are withdrawn.
     *
     * @throws BidRunNotFoundException where there is none, or it is another organisation's
     * @throws BidRunFinishedException where it has ended
     * @throws GateClosedException where its bids stand in an auction whose gate has closed
     */
    public void cancel(Actor actor, UUID id) {
        store.cancel(actor, id);
    }
}
