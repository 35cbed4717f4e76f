package energy.optibid.bidding.internal;

import energy.optibid.bidding.Bid;
import energy.optibid.bidding.BidRun;
import energy.optibid.bidding.BidRun.RunMoney;
import energy.optibid.bidding.BidRun.StepProgress;
import energy.optibid.bidding.BidRunSummary;
import energy.optibid.bidding.RunPeriod;
import energy.optibid.bidding.RunProblem;
import energy.optibid.bidding.RunStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows a run as it stands. */
@ApplicationScoped
public class BidRunReader {
    private static final int RATIO_SCALE = 4;

    @Inject
    BidRunStore store;

    public List<BidRunSummary> summaries(List<BidRunEntity> runs) {
        Map<UUID, SettlementEntity> settlements = store.settlements(runs);
        return runs.stream()
                .map(run -> summary(run, Optional.ofNullable(settlements.get(run.id))))
                .toList();
    }

    public BidRun run(BidRunEntity run) {
        AuctionEntity auction = store.auctionOf(run);
        Optional<SettlementEntity> settlement = store.settlement(run);
        return new BidRun(
                summary(run, settlement),
                run.assetName,
                auction.timeZone,
                auction.gateClosure,
                auction.currency.trim(),
                run.startMwh,
                Optional.ofNullable(run.endMwh),
                run.steps.stream().map(BidRunReader::progress).toList(),
                periods(run, settlement),
                bids(run),
                settlement.map(BidRunReader::money));
    }

    private static BidRunSummary summary(BidRunEntity run, Optional<SettlementEntity> settlement) {
        long done = run.steps.stream().filter(BidRunStepRow::isDone).count();
        return new BidRunSummary(
                run.id,
                run.assetId,
                run.productCode,
                run.zoneCode,
                run.deliveryDate,
                run.asOf,
                run.forecaster,
                run.style(),
                run.simulated,
                run.state(),
                (double) done / run.steps.size(),
                run.nextStep().orElse(RunStep.SETTLE),
                run.createdAt,
                Optional.ofNullable(run.startedAt),
                Optional.ofNullable(run.finishedAt),
                problem(run),
                settlement.map(settled -> settled.profit),
                settlement.map(settled -> settled.perfectForesightProfit));
    }

    private static Optional<RunProblem> problem(BidRunEntity run) {
        return Optional.ofNullable(run.problemCode)
                .map(code -> new RunProblem(
                        code, Optional.ofNullable(run.problemDetail).orElse("")));
    }

    private static StepProgress progress(BidRunStepRow row) {
        return new StepProgress(
                RunStep.ofCode(row.name),
                row.state,
                Optional.ofNullable(row.startedAt),
                Optional.ofNullable(row.finishedAt),
                Optional.ofNullable(row.inputs));
    }

    private List<Bid> bids(BidRunEntity run) {
        Map<UUID, ClearingResultEntity> results = store.clearingResults(run).stream()
                .collect(Collectors.toMap(result -> result.bidId, Function.identity()));
        return store.bids(run).stream()
                .map(bid -> bid.bid(Optional.ofNullable(results.get(bid.id))))
                .toList();
    }

    private List<RunPeriod> periods(BidRunEntity run, Optional<SettlementEntity> settlement) {
        Optional<PlanEntity> plan = store.plan(run, PlanEntity.BID);
        Optional<PlanEntity> foresight = store.plan(run, PlanEntity.PERFECT_FORESIGHT);
        List<ForecastEntity.Point> forecast =
                store.forecast(run).map(made -> made.points).orElse(List.of());
        BigDecimal degradation = BatteryJson.read(run.battery).degradationCostPerMwh();
        return IntStream.range(0, forecast.size())
                .mapToObj(i -> new RunPeriod(
                        i + 1,
                        forecast.get(i).period(),
                        plan.map(made -> planned(made.points.get(i))),
                        settlement.map(made -> settled(
                                forecast.get(i),
                                made.periods.get(i),
                                foresight.orElseThrow().points.get(i),
                                degradation)),
                        forecast.get(i).price,
                        forecast.get(i).basis,
                        run.prices.isEmpty() ? Optional.empty() : Optional.of(run.prices.get(i).price)))
                .toList();
    }

    private static RunPeriod.Planned planned(PlanEntity.Point point) {
        return new RunPeriod.Planned(point.powerMw, point.stateOfChargeMwh, point.opportunityPrice);
    }

    private static RunPeriod.Settled settled(
            ForecastEntity.Point at,
            SettlementEntity.Period period,
            PlanEntity.Point foresight,
            BigDecimal degradation) {
        BigDecimal foresightMwh = at.period().energyMwh(foresight.powerMw);
        return new RunPeriod.Settled(
                period.acceptedMw,
                period.price,
                period.deliveredMw,
                period.stateOfChargeMwh,
                period.marketRevenue,
                period.residualMwh.add(period.undeliverableMwh),
                period.residualRevenue.add(period.undeliverableRevenue),
                period.undeliverableMwh,
                period.degradationCost,
                period.profit,
                foresight.powerMw,
                foresightMwh
                        .multiply(period.price)
                        .subtract(foresightMwh.max(BigDecimal.ZERO).multiply(degradation)));
    }

    private static RunMoney money(SettlementEntity settlement) {
        Optional<BigDecimal> ratio = Optional.of(settlement.perfectForesightProfit)
                .filter(best -> best.signum() > 0)
                .map(best -> settlement.profit.divide(best, RATIO_SCALE, RoundingMode.HALF_EVEN));
        return new RunMoney(
                settlement.profit,
                settlement.perfectForesightProfit,
                ratio,
                settlement.expectedProfit,
                settlement.marketRevenue,
                settlement.undeliverableMwh,
                settlement.undeliverableRevenue,
                settlement.residualRevenue,
                settlement.degradationCost);
    }
}
