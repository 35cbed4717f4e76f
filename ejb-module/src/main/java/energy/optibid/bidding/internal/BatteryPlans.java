package energy.optibid.bidding.internal;

import energy.optibid.optimisation.BatteryPlanner;
import energy.optibid.optimisation.BatteryProblem;
import energy.optibid.platform.Ids;
import energy.optibid.quantity.DeliveryPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.OptionalDouble;

/** Plans a run's battery and keeps the plan. */
@ApplicationScoped
public class BatteryPlans {

    @Inject
    Clock clock;

    @Inject
    BidRunStore store;

    private final BatteryPlanner planner = new BatteryPlanner();

    PlanEntity make(BidRunEntity run, String purpose, List<DeliveryPeriod> periods, List<BigDecimal> prices) {
        PlanEntity plan = new PlanEntity();
        plan.id = Ids.next();
        plan.organisationId = run.organisationId;
        plan.runId = run.id;
        plan.purpose = purpose;
        plan.madeAt = clock.instant();
        plan.take(planner.plan(problem(run, periods, prices)), periods, prices);
        store.add(plan);
        return plan;
    }

    static BatteryProblem problem(BidRunEntity run, List<DeliveryPeriod> periods, List<BigDecimal> prices) {
        BigDecimal endMwh = run.endMwh;
        return new BatteryProblem(
                BatteryJson.parameters(BatteryJson.read(run.battery)),
                prices.stream().map(BigDecimal::doubleValue).toList(),
                periods.stream().map(DeliveryPeriod::hours).toList(),
                run.startMwh.doubleValue(),
                endMwh == null ? OptionalDouble.empty() : OptionalDouble.of(endMwh.doubleValue()));
    }
}
