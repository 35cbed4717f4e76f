package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidState;
import energy.optibid.optimisation.CurveGrid;
import energy.optibid.optimisation.OpportunityCurves;
import energy.optibid.optimisation.PeriodCurve;
import energy.optibid.platform.Ids;
import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a plan as bids. */
@ApplicationScoped
public class BidWriter {

    @Inject
    Clock clock;

    /** The bids of each period in order, the sale before the purchase; a period without volume has none. */
    List<BidEntity> write(BidRunEntity run, AuctionEntity auction, PlanEntity plan) {
        return switch (run.style()) {
            case PRICE_TAKING -> priceTaking(run, auction, plan);
            case OPPORTUNITY_CURVES -> curves(run, auction, plan);
        };
    }

    /** What the plan says, to the nearest quantity step, at the limit at which it trades whatever the price. */
    private List<BidEntity> priceTaking(BidRunEntity run, AuctionEntity auction, PlanEntity plan) {
        List<BidEntity> bids = new ArrayList<>();
        List<DeliveryPeriod> periods = auction.periods();
        for (int i = 0; i < periods.size(); i++) {
            BigDecimal quantityMw = toStep(plan.points.get(i).powerMw, auction.quantityStepMw);
            if (quantityMw.signum() > 0) {
                bids.add(bid(run, i, periods, Side.SELL, List.of(new CurveStep(auction.minPrice, quantityMw))));
            } else if (quantityMw.signum() < 0) {
                bids.add(bid(run, i, periods, Side.BUY, List.of(new CurveStep(auction.maxPrice, quantityMw.negate()))));
            }
        }
        return bids;
    }

    /** What pays at each price: what the plan says at its limits, and more where the price beats the forecast. */
    private List<BidEntity> curves(BidRunEntity run, AuctionEntity auction, PlanEntity plan) {
        List<DeliveryPeriod> periods = auction.periods();
        List<BigDecimal> prices = plan.points.stream().map(point -> point.price).toList();
        List<PeriodCurve> curves = new OpportunityCurves()
                .curves(
                        BatteryPlans.problem(run, periods, prices),
                        plan.plan(),
                        new CurveGrid(auction.minPrice, auction.maxPrice, auction.priceTick, auction.quantityStepMw));
        List<BidEntity> bids = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            addUnlessEmpty(bids, run, i, periods, Side.SELL, curves.get(i).sell());
            addUnlessEmpty(bids, run, i, periods, Side.BUY, curves.get(i).buy());
        }
        return bids;
    }

    private void addUnlessEmpty(
            List<BidEntity> bids,
            BidRunEntity run,
            int index,
            List<DeliveryPeriod> periods,
            Side side,
            List<CurveStep> steps) {
        if (!steps.isEmpty()) {
            bids.add(bid(run, index, periods, side, steps));
        }
    }

    static BigDecimal toStep(BigDecimal powerMw, BigDecimal stepMw) {
        return powerMw.divide(stepMw, 0, RoundingMode.HALF_EVEN).multiply(stepMw);
    }

    private BidEntity bid(BidRunEntity run, int index, List<DeliveryPeriod> periods, Side side, List<CurveStep> steps) {
        BidEntity bid = new BidEntity();
        bid.id = Ids.next();
        bid.organisationId = run.organisationId;
        bid.runId = run.id;
        bid.auctionId = run.auctionId;
        bid.assetId = run.assetId;
        bid.period = index + 1;
        bid.periodStart = periods.get(index).start();
        bid.minutes = (short) periods.get(index).duration().toMinutes();
        bid.side = side.name().toLowerCase(Locale.ROOT);
        bid.state = BidState.DRAFT.code();
        bid.createdAt = clock.instant();
        steps.stream().map(BidEntity.Step::of).forEach(bid.steps::add);
        return bid;
    }
}
