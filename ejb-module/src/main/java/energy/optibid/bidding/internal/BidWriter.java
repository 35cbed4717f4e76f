package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidState;
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
            case OPPORTUNITY_CURVES -> priceTaking(run, auction, plan);
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
