package energy.optibid.bidding;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks bids against the rules of the auction that they go to. */
public final class BidRules {
    private final TradingLimits limits;

    public BidRules(TradingLimits limits) {
        this.limits = limits;
    }

    /** Everything that is wrong with the bids, in their order; empty where they may be submitted. */
    public List<Finding> check(List<Bid> bids) {
        List<Finding> findings = new ArrayList<>();
        bids.forEach(bid -> check(bid, findings));
        return findings;
    }

    private void check(Bid bid, List<Finding> findings) {
        String path = "bids[period=" + bid.number() + ",side=" + (bid.side() == Side.SELL ? "sell" : "buy") + "]";
        if (bid.steps().isEmpty()) {
            findings.add(new Finding("zero-volume", path + ".steps", "A bid without volume is refused.", "0"));
        }
        limits.maxCurvePoints().ifPresent(most -> checkPoints(bid, most, path, findings));
        for (int i = 0; i < bid.steps().size(); i++) {
            check(bid.steps().get(i), path + ".steps[" + i + "]", findings);
        }
        checkOrder(bid, path, findings);
        checkQuantity(bid, path, findings);
    }

    private static void checkPoints(Bid bid, int most, String path, List<Finding> findings) {
        if (bid.steps().size() > most) {
            findings.add(new Finding(
                    "too-many-curve-points",
                    path + ".steps",
                    "At most " + most + " points are allowed.",
                    Integer.toString(bid.steps().size())));
        }
    }

    private void checkQuantity(Bid bid, String path, List<Finding> findings) {
        BigDecimal quantityMw =
                bid.steps().stream().map(CurveStep::quantityMw).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean few = limits.minQuantityMw()
                .filter(least -> quantityMw.compareTo(least) < 0)
                .isPresent();
        boolean many = limits.maxQuantityMw()
                .filter(most -> quantityMw.compareTo(most) > 0)
                .isPresent();
        if (!bid.steps().isEmpty() && (few || many)) {
            findings.add(finding(
                    "quantity-out-of-range",
                    path + ".steps",
                    "The quantity of all steps together must be "
                            + (few
                                    ? "at least " + plain(limits.minQuantityMw())
                                    : "at most " + plain(limits.maxQuantityMw()))
                            + " MW.",
                    quantityMw));
        }
    }

    private static String plain(Optional<BigDecimal> quantityMw) {
        return quantityMw.map(BigDecimal::toPlainString).orElse("");
    }

    private void check(CurveStep step, String path, List<Finding> findings) {
        if (step.price().compareTo(limits.minPrice()) < 0 || step.price().compareTo(limits.maxPrice()) > 0) {
            findings.add(finding(
                    "price-out-of-range",
                    path + ".price",
                    "The price must lie between " + limits.minPrice().toPlainString() + " and "
                            + limits.maxPrice().toPlainString() + " " + limits.currency() + "/MWh.",
                    step.price()));
        }
        if (step.price().remainder(limits.priceTick()).signum() != 0) {
            findings.add(finding(
                    "price-off-tick",
                    path + ".price",
                    "The price must be a multiple of " + limits.priceTick().toPlainString() + ".",
                    step.price()));
        }
        if (step.quantityMw().remainder(limits.quantityStepMw()).signum() != 0) {
            findings.add(finding(
                    "quantity-off-step",
                    path + ".quantityMw",
                    "The quantity must be a multiple of "
                            + limits.quantityStepMw().toPlainString() + " MW.",
                    step.quantityMw()));
        }
    }

    private static void checkOrder(Bid bid, String path, List<Finding> findings) {
        for (int i = 1; i < bid.steps().size(); i++) {
            int direction =
                    bid.steps().get(i).price().compareTo(bid.steps().get(i - 1).price());
            if (bid.side() == Side.SELL ? direction <= 0 : direction >= 0) {
                findings.add(finding(
                        "curve-not-monotone",
                        path + ".steps[" + i + "].price",
                        bid.side() == Side.SELL
                                ? "The prices of a sale must rise from step to step."
                                : "The prices of a purchase must fall from step to step.",
                        bid.steps().get(i).price()));
            }
        }
    }

    private static Finding finding(String code, String path, String message, BigDecimal value) {
        return new Finding(code, path, message, value.toPlainString());
    }
}
