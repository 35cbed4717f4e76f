package energy.optibid.bidding.internal;

import energy.optibid.bidding.AsOfInFutureException;
import energy.optibid.bidding.BidRunQueued;
import energy.optibid.bidding.BidRunRequest;
import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.BidStyle;
import energy.optibid.bidding.EndStateContradictedException;
import energy.optibid.bidding.GateClosedException;
import energy.optibid.bidding.RunStep;
import energy.optibid.bidding.SoldInSessionsException;
import energy.optibid.bidding.StateOfChargeOutOfRangeException;
import energy.optibid.forecasting.Forecaster;
import energy.optibid.forecasting.Forecasters;
import energy.optibid.market.KnownPrice;
import energy.optibid.market.Markets;
import energy.optibid.market.RuleSet;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.Battery;
import energy.optibid.portfolio.Portfolio;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a request into a queued run, or refuses it. */
@ApplicationScoped
public class BidRunFactory {
    private static final String DEFAULT_FORECASTER = "same-hour-last-week";
    private static final Duration LAST_MOMENT = Duration.ofMinutes(1);

    @Inject
    Clock clock;

    @Inject
    Portfolio portfolio;

    @Inject
    Markets markets;

    @Inject
    PriceKnowledge knowledge;

    @Inject
    BidRunStore store;

    @Inject
    BidRunJournal journal;

    @Inject
    Event<BidRunQueued> queued;

    private final Forecasters forecasters = new Forecasters();

    public UUID create(Actor actor, BidRunRequest request) {
        Asset asset = portfolio.assetToUse(actor, request.assetId());
        Battery battery = asset.battery();
        RuleSet rules = markets.rules(request.productCode(), request.deliveryDate());
        markets.requireTraded(request.productCode(), asset.zoneCode());
        if (rules.times().sessionMinutes().isPresent()) {
            throw new SoldInSessionsException(request.productCode());
        }
        BidRunEntity run = new BidRunEntity();
        run.asOf = asOf(request, rules);
        run.forecaster = request.forecaster().orElse(DEFAULT_FORECASTER);
        takeStateOfCharge(run, request, battery.usableCapacityMwh());
        run.simulated = requireForecast(run, asset, rules, request);
        run.auctionId = store.auction(rules, asset.zoneCode(), request.deliveryDate());
        describe(run, actor, asset, request);
        store.add(run);
        journal.queued(actor, run);
        queued.fire(new BidRunQueued(run.id));
        return run.id;
    }

    /** The given instant, or now, or where the gate has closed by now the last minute before its closure. */
    private Instant asOf(BidRunRequest request, RuleSet rules) {
        Instant now = clock.instant();
        Instant closure = rules.gateClosure(request.deliveryDate());
        Instant lastMoment = closure.minus(LAST_MOMENT);
        Instant asOf = request.asOf().orElse(now.isBefore(lastMoment) ? now : lastMoment);
        if (asOf.isAfter(now)) {
            throw new AsOfInFutureException(asOf, now);
        }
        if (!asOf.isBefore(closure)) {
            throw new GateClosedException(request.productCode(), request.deliveryDate(), closure, asOf);
        }
        return asOf;
    }

    private static void takeStateOfCharge(BidRunEntity run, BidRunRequest request, BigDecimal capacityMwh) {
        if (request.endFree() && request.endMwh().isPresent()) {
            throw new EndStateContradictedException();
        }
        run.startMwh = within("startMwh", request.startMwh().orElse(BigDecimal.ZERO), capacityMwh);
        run.endMwh = endMwh(request, capacityMwh);
    }

    private static @Nullable BigDecimal endMwh(BidRunRequest request, BigDecimal capacityMwh) {
        Optional<BigDecimal> given = request.endMwh();
        if (given.isPresent()) {
            return within("endMwh", given.get(), capacityMwh);
        }
        return request.endFree() ? null : BigDecimal.ZERO;
    }

    private static BigDecimal within(String field, BigDecimal mwh, BigDecimal capacityMwh) {
        if (mwh.signum() < 0 || mwh.compareTo(capacityMwh) > 0) {
            throw new StateOfChargeOutOfRangeException(field, mwh, capacityMwh);
        }
        return mwh;
    }

    /** Forecasts once to be sure that the run can; says whether simulated prices are among what it uses. */
    private boolean requireForecast(BidRunEntity run, Asset asset, RuleSet rules, BidRunRequest request) {
        Forecaster forecaster = forecasters.byId(run.forecaster);
        List<KnownPrice> history = knowledge.history(
                rules.productCode(), asset.zoneCode(), rules.day(request.deliveryDate()), forecaster, run.asOf);
        forecaster.forecast(rules.day(request.deliveryDate()), rules.timeUnit(), history);
        return history.stream().anyMatch(KnownPrice::simulated);
    }

    private void describe(BidRunEntity run, Actor actor, Asset asset, BidRunRequest request) {
        run.id = Ids.next();
        run.organisationId = actor.organisationId();
        run.createdBy = actor.userId();
        run.createdAt = clock.instant();
        run.assetId = asset.id();
        run.assetName = asset.name();
        run.battery = BatteryJson.write(asset.battery());
        run.productCode = request.productCode();
        run.zoneCode = asset.zoneCode();
        run.deliveryDate = request.deliveryDate();
        run.bidStyle = request.bidStyle().orElse(BidStyle.PRICE_TAKING).code();
        run.state = BidRunState.QUEUED.code();
        for (RunStep step : RunStep.values()) {
            run.steps.add(BidRunStepRow.pending(step));
        }
    }
}
