package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidRules;
import energy.optibid.bidding.BidRulesBrokenException;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.Finding;
import energy.optibid.bidding.GateClosedException;
import energy.optibid.bidding.RunStep;
import energy.optibid.forecasting.Forecaster;
import energy.optibid.forecasting.Forecasters;
import energy.optibid.market.KnownPrice;
import energy.optibid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The steps of a bid run. Each reads what the steps before have stored, stores what it makes, and notes its inputs. */
@ApplicationScoped
public class RunSteps {

    @Inject
    Clock clock;

    @Inject
    BidRunStore store;

    @Inject
    PriceKnowledge knowledge;

    @Inject
    BatteryPlans plans;

    @Inject
    BidWriter writer;

    @Inject
    Auctioneer auctioneer;

    @Inject
    RunSettlement settlement;

    @Inject
    BidRunJournal journal;

    private final Forecasters forecasters = new Forecasters();

    StepOutcome perform(BidRunEntity run, RunStep step) {
        return switch (step) {
            case INPUTS -> inputs(run);
            case FORECAST -> forecast(run);
            case PLAN -> plan(run);
            case BIDS -> bids(run);
            case VALIDATE -> validate(run);
            case SUBMIT -> submit(run);
            case CLEAR -> auctioneer.clear(run);
            case SETTLE -> settlement.settle(run);
        };
    }

    private StepOutcome inputs(BidRunEntity run) {
        AuctionEntity auction = store.auctionOf(run);
        List<KnownPrice> history = history(run, auction);
        JsonObjectBuilder inputs = Json.createObjectBuilder()
                .add("asOf", run.asOf.toString())
                .add("gateClosure", auction.gateClosure.toString())
                .add("prices", history.size());
        history.stream()
                .map(KnownPrice::knownAt)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> inputs.add("lastKnownAt", last.toString()));
        try (var battery = Json.createReader(new StringReader(run.battery))) {
            inputs.add("battery", battery.readObject());
        }
        return done(run, RunStep.INPUTS, inputs);
    }

    private StepOutcome forecast(BidRunEntity run) {
        AuctionEntity auction = store.auctionOf(run);
        ForecastEntity forecast = new ForecastEntity();
        forecast.id = Ids.next();
        forecast.organisationId = run.organisationId;
        forecast.runId = run.id;
        forecast.forecaster = run.forecaster;
        forecast.asOf = run.asOf;
        forecast.madeAt = now();
        Forecaster forecaster = forecasters.byId(run.forecaster);
        forecaster
                .forecast(auction.day(), auction.timeUnit(), history(run, auction))
                .forEach(point -> forecast.points.add(ForecastEntity.Point.of(point)));
        store.add(forecast);
        return done(
                run,
                RunStep.FORECAST,
                Json.createObjectBuilder()
                        .add("forecaster", run.forecaster)
                        .add("historyDays", forecaster.historyDays()));
    }

    private StepOutcome plan(BidRunEntity run) {
        ForecastEntity forecast = store.forecast(run).orElseThrow();
        List<BigDecimal> prices =
                forecast.points.stream().map(point -> point.price).toList();
        plans.make(
                run,
                PlanEntity.BID,
                forecast.points.stream().map(ForecastEntity.Point::period).toList(),
                prices);
        JsonObjectBuilder inputs = Json.createObjectBuilder().add("startMwh", run.startMwh);
        Optional.ofNullable(run.endMwh).ifPresent(end -> inputs.add("endMwh", end));
        return done(run, RunStep.PLAN, inputs);
    }

    private StepOutcome bids(BidRunEntity run) {
        List<BidEntity> bids = writer.write(
                run, store.auctionOf(run), store.plan(run, PlanEntity.BID).orElseThrow());
        bids.forEach(store::add);
        return done(
                run,
                RunStep.BIDS,
                Json.createObjectBuilder().add("bidStyle", run.bidStyle).add("bids", bids.size()));
    }

    private StepOutcome validate(BidRunEntity run) {
        AuctionEntity auction = store.auctionOf(run);
        List<BidEntity> bids = store.bids(run);
        List<Finding> findings = new BidRules(auction.limits())
                .check(bids.stream().map(bid -> bid.bid(Optional.empty())).toList());
        if (!findings.isEmpty()) {
            throw new BidRulesBrokenException(findings);
        }
        bids.forEach(bid -> bid.state = BidState.VALIDATED.code());
        JsonObjectBuilder inputs = Json.createObjectBuilder()
                .add("minPrice", auction.minPrice)
                .add("maxPrice", auction.maxPrice)
                .add("priceTick", auction.priceTick)
                .add("quantityStepMw", auction.quantityStepMw);
        Optional.ofNullable(auction.minQuantityMw).ifPresent(least -> inputs.add("minQuantityMw", least));
        Optional.ofNullable(auction.maxQuantityMw).ifPresent(most -> inputs.add("maxQuantityMw", most));
        Optional.ofNullable(auction.maxCurvePoints).ifPresent(most -> inputs.add("maxCurvePoints", most));
        return done(run, RunStep.VALIDATE, inputs);
    }

    private StepOutcome submit(BidRunEntity run) {
        AuctionEntity auction = store.auctionOf(run);
        if (!run.asOf.isBefore(auction.gateClosure)) {
            throw new GateClosedException(run.productCode, run.deliveryDate, auction.gateClosure, run.asOf);
        }
        List<BidEntity> bids = store.bids(run);
        bids.forEach(bid -> {
            bid.state = BidState.SUBMITTED.code();
            bid.submittedAt = now();
        });
        journal.submitted(run, bids.size());
        return done(
                run,
                RunStep.SUBMIT,
                Json.createObjectBuilder()
                        .add("auctionId", auction.id.toString())
                        .add("gateClosure", auction.gateClosure.toString()));
    }

    private List<KnownPrice> history(BidRunEntity run, AuctionEntity auction) {
        return knowledge.history(
                run.productCode, run.zoneCode, auction.day(), forecasters.byId(run.forecaster), run.asOf);
    }

    private Instant now() {
        return clock.instant();
    }

    private static StepOutcome done(BidRunEntity run, RunStep step, JsonObjectBuilder inputs) {
        run.step(step).inputs = inputs.build().toString();
        return StepOutcome.DONE;
    }
}
