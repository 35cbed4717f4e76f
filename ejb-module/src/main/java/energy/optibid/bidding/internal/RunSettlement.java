package energy.optibid.bidding.internal;

import static java.util.Objects.requireNonNull;

import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.RunStep;
import energy.optibid.platform.Ids;
import energy.optibid.portfolio.Battery;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.Side;
import energy.optibid.settlement.BatteryDelivery;
import energy.optibid.settlement.SettledDay;
import energy.optibid.settlement.SettledPeriod;
import energy.optibid.settlement.SoldPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Delivers what a run sold, settles the day, and compares it with perfect foresight. */
@ApplicationScoped
public class RunSettlement {

    @Inject
    Clock clock;

    @Inject
    BidRunStore store;

    @Inject
    BatteryPlans plans;

    @Inject
    BidRunJournal journal;

    StepOutcome settle(BidRunEntity run) {
        AuctionEntity auction = store.auctionOf(run);
        PlanEntity plan = store.plan(run, PlanEntity.BID).orElseThrow();
        Battery battery = BatteryJson.read(run.battery);
        SettledDay day = new BatteryDelivery(BatteryJson.store(battery), auction.quantityStepMw)
                .settle(run.startMwh, sold(run, auction.periods(), plan));
        PlanEntity foresight = plans.make(
                run,
                PlanEntity.PERFECT_FORESIGHT,
                auction.periods(),
                run.prices.stream().map(row -> row.price).toList());
        SettlementEntity settlement = settlement(run, auction, day, plan, foresight);
        store.add(settlement);
        takePositions(run, auction, day);
        run.step(RunStep.SETTLE).inputs = Json.createObjectBuilder()
                .add("quantityStepMw", auction.quantityStepMw)
                .add("startMwh", run.startMwh)
                .build()
                .toString();
        run.finish(BidRunState.SUCCEEDED, clock.instant());
        journal.settled(run, settlement);
        return StepOutcome.DONE;
    }

    private List<SoldPeriod> sold(BidRunEntity run, List<DeliveryPeriod> periods, PlanEntity plan) {
        Map<Instant, BigDecimal> accepted = acceptedMw(run);
        List<SoldPeriod> sold = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            sold.add(new SoldPeriod(
                    periods.get(i),
                    plan.points.get(i).powerMw,
                    accepted.getOrDefault(periods.get(i).start(), BigDecimal.ZERO),
                    run.prices.get(i).price));
        }
        return sold;
    }

    /** Accepted power by start of the period, MW, sales positive. */
    private Map<Instant, BigDecimal> acceptedMw(BidRunEntity run) {
        Map<UUID, ClearingResultEntity> results = store.clearingResults(run).stream()
                .collect(Collectors.toMap(result -> result.bidId, Function.identity()));
        Map<Instant, BigDecimal> accepted = new HashMap<>();
        for (BidEntity bid : store.bids(run)) {
            BigDecimal mw = requireNonNull(results.get(bid.id), "a result for each bid").acceptedMw;
            accepted.merge(bid.periodStart, bid.side() == Side.SELL ? mw : mw.negate(), BigDecimal::add);
        }
        return accepted;
    }

    private SettlementEntity settlement(
            BidRunEntity run, AuctionEntity auction, SettledDay day, PlanEntity plan, PlanEntity foresight) {
        SettlementEntity settlement = new SettlementEntity();
        settlement.id = Ids.next();
        settlement.organisationId = run.organisationId;
        settlement.runId = run.id;
        settlement.currency = auction.currency;
        settlement.marketRevenue = day.marketRevenue();
        settlement.residualRevenue = day.residualRevenue();
        settlement.undeliverableMwh = day.undeliverableMwh();
        settlement.undeliverableRevenue = day.undeliverableRevenue();
        settlement.degradationCost = day.degradationCost();
        settlement.profit = day.profit();
        settlement.expectedProfit = plan.profit;
        settlement.perfectForesightProfit = foresight.profit;
        settlement.settledAt = clock.instant();
        day.periods().stream().map(SettlementEntity.Period::of).forEach(settlement.periods::add);
        return settlement;
    }

    private void takePositions(BidRunEntity run, AuctionEntity auction, SettledDay day) {
        store.supersedePositions(run);
        for (SettledPeriod period : day.periods()) {
            PositionEntity position = new PositionEntity();
            position.id = Ids.next();
            position.organisationId = run.organisationId;
            position.runId = run.id;
            position.assetId = run.assetId;
            position.auctionId = auction.id;
            position.periodStart = period.period().start();
            position.minutes = auction.minutes;
            position.netMw = period.acceptedMw();
            position.price = period.price();
            store.add(position);
        }
    }
}
