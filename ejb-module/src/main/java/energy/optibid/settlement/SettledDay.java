package energy.optibid.settlement;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The settlement of one plant and delivery day, period by period; the totals are sums of the periods. */
public record SettledDay(List<SettledPeriod> periods) {
    public SettledDay {
        periods = List.copyOf(periods);
    }

    public BigDecimal marketRevenue() {
        return sum(SettledPeriod::marketRevenue);
    }

    public BigDecimal residualRevenue() {
        return sum(SettledPeriod::residualRevenue);
    }

    /** Energy that was sold and not delivered, or bought and not taken, MWh; the sum of absolute values. */
    public BigDecimal undeliverableMwh() {
        return sum(period -> period.undeliverableMwh().abs());
    }

    public BigDecimal undeliverableRevenue() {
        return sum(SettledPeriod::undeliverableRevenue);
    }

    public BigDecimal degradationCost() {
        return sum(SettledPeriod::degradationCost);
    }

    public BigDecimal profit() {
        return sum(SettledPeriod::profit);
    }

    private BigDecimal sum(Function<SettledPeriod, BigDecimal> part) {
        return periods.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
