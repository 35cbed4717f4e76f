package energy.optibid.seed;

import energy.optibid.bidding.Bid;
import energy.optibid.bidding.BidDesk;
import energy.optibid.bidding.BidRunRequest;
import energy.optibid.bidding.BidRunSummary;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.BidStyle;
import energy.optibid.bidding.SampleRuns;
import energy.optibid.bidding.SampleRuns.End;
import energy.optibid.platform.Actor;
import energy.optibid.portfolio.Asset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Bid runs of one organisation that leave bids in each state. An asset has one of them for a delivery day. */
final class SeededBids {
    private static final int PAGE = 200;
    private static final int SETTLED_DAYS = 2;
    private static final int MOST_DAYS = 60;

    private final BidDesk desk;
    private final SampleRuns runs;
    private final Actor trader;
    private final LocalDate until;

    /** @param until the last delivery day with prices */
    SeededBids(BidDesk desk, SampleRuns runs, Actor trader, LocalDate until) {
        this.desk = desk;
        this.runs = runs;
        this.trader = trader;
        this.until = until;
    }

    private record Wanted(UUID asset, LocalDate day, BidStyle style, End end) {
        boolean is(BidRunSummary run) {
            return run.assetId().equals(asset) && run.deliveryDate().equals(day);
        }
    }

    /**
     * Adds the runs that are missing.
     *
     * @param settling the batteries whose days are over, the slow one first
     * @param waiting the batteries of a zone to which nobody else adds prices: there a run waits for its results
     * @return how many runs were added
     */
    int add(List<Asset> settling, List<Asset> waiting) {
        List<BidRunSummary> there = there();
        List<Wanted> missing = wanted(settling, waiting).stream()
                .filter(wanted -> there.stream().noneMatch(wanted::is))
                .toList();
        missing.forEach(this::run);
        return missing.size() + addUntilAcceptedInPart(settling.get(1).id(), there);
    }

    /** Which day has a bid that is accepted in part, nobody knows before: earlier and earlier ones are tried. */
    private int addUntilAcceptedInPart(UUID fast, List<BidRunSummary> before) {
        int added = 0;
        boolean found = states().containsKey(BidState.PARTIALLY_ACCEPTED);
        for (int daysBefore = SETTLED_DAYS; !found && daysBefore < MOST_DAYS; daysBefore++) {
            Wanted wanted = new Wanted(fast, until.minusDays(daysBefore), BidStyle.OPPORTUNITY_CURVES, End.BY_ITSELF);
            if (before.stream().noneMatch(wanted::is)) {
                UUID run = run(wanted);
                added++;
                found = desk.run(trader, run).bids().stream()
                        .anyMatch(bid -> bid.state() == BidState.PARTIALLY_ACCEPTED);
            }
        }
        return added;
    }

    private UUID run(Wanted wanted) {
        return runs.run(trader, request(wanted), wanted.end());
    }

    /** How many bids of the organisation are in each state. */
    Map<BidState, Long> states() {
        return there().stream()
                .flatMap(run -> desk.run(trader, run.id()).bids().stream())
                .collect(Collectors.groupingBy(Bid::state, Collectors.counting()));
    }

    private List<Wanted> wanted(List<Asset> settling, List<Asset> waiting) {
        UUID slow = settling.get(0).id();
        UUID fast = settling.get(1).id();
        UUID waits = waiting.get(0).id();
        List<Wanted> wanted = new ArrayList<>();
        for (int daysBefore = 0; daysBefore < SETTLED_DAYS; daysBefore++) {
            LocalDate day = until.minusDays(daysBefore);
            wanted.add(new Wanted(slow, day, BidStyle.PRICE_TAKING, End.BY_ITSELF));
            wanted.add(new Wanted(fast, day, BidStyle.OPPORTUNITY_CURVES, End.BY_ITSELF));
        }
        wanted.add(new Wanted(waits, until.minusDays(2), BidStyle.PRICE_TAKING, End.AT_DRAFTS));
        wanted.add(new Wanted(waits, until.minusDays(1), BidStyle.PRICE_TAKING, End.AT_VALIDATED));
        wanted.add(new Wanted(waits, until, BidStyle.PRICE_TAKING, End.CANCELLED));
        wanted.add(new Wanted(waits, until.plusDays(1), BidStyle.PRICE_TAKING, End.BY_ITSELF));
        return wanted;
    }

    private static BidRunRequest request(Wanted wanted) {
        return new BidRunRequest(
                wanted.asset(),
                SeededPrices.PRODUCT,
                wanted.day(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(wanted.style()),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** All runs of the organisation. */
    private List<BidRunSummary> there() {
        List<BidRunSummary> there = new ArrayList<>();
        List<BidRunSummary> page = desk.runs(trader, PAGE, Optional.empty());
        while (!page.isEmpty()) {
            there.addAll(page);
            UUID last = page.get(page.size() - 1).id();
            page = page.size() < PAGE ? List.of() : desk.runs(trader, PAGE, Optional.of(last));
        }
        return there;
    }
}
