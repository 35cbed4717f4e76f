package energy.optibid.bidding.internal;

import static java.util.Objects.requireNonNull;

import energy.optibid.bidding.BidState;
import energy.optibid.bidding.RunStep;
import energy.optibid.clearing.Acceptance;
import energy.optibid.clearing.AuctionLimits;
import energy.optibid.clearing.AuctionResult;
import energy.optibid.clearing.Exchange;
import energy.optibid.clearing.Order;
import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.DeliveryPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Has the built-in exchange clear a run's bids: in the order book where it holds one, else at the published price. */
@ApplicationScoped
public class Auctioneer {

    @Inject
    Clock clock;

    @Inject
    BidRunStore store;

    @Inject
    PriceKnowledge knowledge;

    @Inject
    OrderBooks books;

    @Inject
    BidRunJournal journal;

    /** Waits while there is neither an order book nor a published price for each period. */
    StepOutcome clear(BidRunEntity run) {
        AuctionEntity auction = store.auctionOf(run);
        if (books.holds(auction)) {
            clear(run, auction, books.exchanges(auction), "order-book");
            return StepOutcome.DONE;
        }
        Optional<List<KnownPrice>> published = knowledge.published(run.productCode, run.zoneCode, auction);
        if (published.isEmpty()) {
            return StepOutcome.WAIT;
        }
        run.simulated |= published.get().stream().anyMatch(KnownPrice::simulated);
        clear(run, auction, priceTakers(auction, published.get()), "published-price");
        return StepOutcome.DONE;
    }

    private static List<Exchange> priceTakers(AuctionEntity auction, List<KnownPrice> published) {
        return published.stream()
                .map(known -> Exchange.priceTaker(limits(auction), known.price()))
                .toList();
    }

    static AuctionLimits limits(AuctionEntity auction) {
        return new AuctionLimits(auction.minPrice, auction.maxPrice, auction.priceTick, auction.quantityStepMw);
    }

    private void clear(BidRunEntity run, AuctionEntity auction, List<Exchange> exchanges, String basis) {
        Map<Instant, List<BidEntity>> bids =
                store.bids(run).stream().collect(Collectors.groupingBy(bid -> bid.periodStart));
        List<DeliveryPeriod> periods = auction.periods();
        for (int i = 0; i < periods.size(); i++) {
            Instant start = periods.get(i).start();
            AuctionResult result = clear(exchanges.get(i), bids.getOrDefault(start, List.of()), basis);
            run.prices.add(PriceRow.of(start, result.price()));
        }
        run.step(RunStep.CLEAR).inputs =
                Json.createObjectBuilder().add("basis", basis).build().toString();
        journal.cleared(run, basis);
    }

    private AuctionResult clear(Exchange exchange, List<BidEntity> ours, String basis) {
        AuctionResult result =
                exchange.clear(ours.stream().map(Auctioneer::order).toList());
        for (BidEntity bid : ours) {
            Acceptance acceptance =
                    requireNonNull(result.acceptances().get(bid.id.toString()), "an acceptance for each order");
            bid.state = stateAfter(bid, acceptance).code();
            store.add(result(bid, acceptance, result, basis));
        }
        return result;
    }

    private static Order order(BidEntity bid) {
        return new Order(bid.id.toString(), bid.organisationId.toString(), bid.side(), bid.curve());
    }

    private static BidState stateAfter(BidEntity bid, Acceptance acceptance) {
        if (acceptance.acceptedMw().signum() == 0) {
            return BidState.REJECTED;
        }
        return acceptance.acceptedMw().compareTo(bid.quantityMw()) < 0
                ? BidState.PARTIALLY_ACCEPTED
                : BidState.ACCEPTED;
    }

    private ClearingResultEntity result(BidEntity bid, Acceptance acceptance, AuctionResult auction, String basis) {
        ClearingResultEntity result = new ClearingResultEntity();
        result.bidId = bid.id;
        result.auctionId = bid.auctionId;
        result.price = auction.price();
        result.acceptedMw = acceptance.acceptedMw();
        result.basis = basis;
        result.clearedAt = clock.instant();
        return result;
    }
}
