package energy.optibid.web.rest.bidruns;

import energy.optibid.bidding.Bid;
import energy.optibid.bidding.BidRun;
import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.BidRunSummary;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.BidStyle;
import energy.optibid.bidding.RunPeriod;
import energy.optibid.bidding.RunProblem;
import energy.optibid.bidding.RunStep;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A bid run in the API. Power is positive for sale and discharge; what is not there yet is left out. */
public record BidRunJson(
        UUID id,
        UUID assetId,
        String assetName,
        String productCode,
        String zoneCode,
        LocalDate deliveryDate,
        String timeZone,
        Instant asOf,
        Instant gateClosure,
        String currency,
        String priceUnit,
        String forecaster,
        BidStyle bidStyle,
        BigDecimal startMwh,
        Optional<BigDecimal> endMwh,
        boolean endFree,
        boolean simulated,
        BidRunState state,
        double progress,
        RunStep step,
        List<StepJson> steps,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<RunProblemJson> problem,
        List<PeriodJson> periods,
        List<BidJson> bids,
        Optional<MoneyJson> money) {

    static BidRunJson of(BidRun run) {
        BidRunSummary summary = run.summary();
        return new BidRunJson(
                summary.id(),
                summary.assetId(),
                run.assetName(),
                summary.productCode(),
                summary.zoneCode(),
                summary.deliveryDate(),
                run.timeZone(),
                summary.asOf(),
                run.gateClosure(),
                run.currency(),
                run.currency() + "/MWh",
                summary.forecaster(),
                summary.bidStyle(),
                plain(run.startMwh()),
                run.endMwh().map(BidRunJson::plain),
                run.endMwh().isEmpty(),
                summary.simulated(),
                summary.state(),
                summary.progress(),
                summary.step(),
                run.steps().stream().map(StepJson::of).toList(),
                summary.createdAt(),
                summary.startedAt(),
                summary.finishedAt(),
                summary.problem().map(RunProblemJson::of),
                run.periods().stream().map(PeriodJson::of).toList(),
                run.bids().stream().map(BidJson::of).toList(),
                run.money().map(money -> MoneyJson.of(run.currency(), money)));
    }

    /** Without trailing zeros, but never in exponent notation. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /** Money to the cent. */
    static BigDecimal money(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** A step of a run, with what it used. */
    public record StepJson(
            RunStep name,
            StepState state,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            List<StepInputJson> inputs) {
        static StepJson of(BidRun.StepProgress step) {
            return new StepJson(
                    step.step(),
                    StepState.of(step.state()),
                    step.startedAt(),
                    step.finishedAt(),
                    step.inputsJson().map(StepInputJson::listOf).orElse(List.of()));
        }
    }

    /** How far a step is. */
    public enum StepState {
        PENDING,
        RUNNING,
        DONE,
        FAILED;

        static StepState of(String state) {
            return valueOf(state.toUpperCase(Locale.ROOT));
        }
    }

    /** Why a run failed. */
    public record RunProblemJson(String title, String code, String detail) {
        static RunProblemJson of(RunProblem problem) {
            return new RunProblemJson("The bid run failed", problem.code(), problem.detail());
        }
    }

    /** A delivery period of a run; the basis is the starts of the periods that its forecast was made from. */
    public record PeriodJson(
            int period,
            Instant start,
            Instant end,
            BigDecimal forecastPrice,
            List<Instant> forecastBasis,
            Optional<BigDecimal> publishedPrice,
            Optional<BigDecimal> planMw,
            Optional<BigDecimal> planStateOfChargeMwh,
            Optional<BigDecimal> opportunityPrice,
            Optional<BigDecimal> acceptedMw,
            Optional<BigDecimal> clearingPrice,
            Optional<BigDecimal> deliveredMw,
            Optional<BigDecimal> stateOfChargeMwh,
            Optional<BigDecimal> marketRevenue,
            Optional<BigDecimal> imbalanceMwh,
            Optional<BigDecimal> imbalanceRevenue,
            Optional<BigDecimal> undeliverableMwh,
            Optional<BigDecimal> degradationCost,
            Optional<BigDecimal> profit,
            Optional<BigDecimal> perfectForesightMw,
            Optional<BigDecimal> perfectForesightProfit) {

        static PeriodJson of(RunPeriod period) {
            Optional<RunPeriod.Planned> planned = period.planned();
            Optional<RunPeriod.Settled> settled = period.settled();
            return new PeriodJson(
                    period.number(),
                    period.period().start(),
                    period.period().end(),
                    plain(period.forecastPrice()),
                    period.forecastBasis(),
                    period.publishedPrice().map(BidRunJson::plain),
                    planned.map(plan -> plain(plan.powerMw())),
                    planned.map(plan -> plain(plan.stateOfChargeMwh())),
                    planned.map(plan -> plain(plan.opportunityPrice())),
                    settled.map(money -> plain(money.acceptedMw())),
                    settled.map(money -> plain(money.clearingPrice())),
                    settled.map(money -> plain(money.deliveredMw())),
                    settled.map(money -> plain(money.stateOfChargeMwh())),
                    settled.map(money -> plain(money.marketRevenue())),
                    settled.map(money -> plain(money.imbalanceMwh())),
                    settled.map(money -> plain(money.imbalanceRevenue())),
                    settled.map(money -> plain(money.undeliverableMwh())),
                    settled.map(money -> plain(money.degradationCost())),
                    settled.map(money -> plain(money.profit())),
                    settled.map(money -> plain(money.perfectForesightMw())),
                    settled.map(money -> plain(money.perfectForesightProfit())));
        }
    }

    /** A bid of a run. */
    public record BidJson(
            UUID id,
            int period,
            Instant start,
            Instant end,
            Side side,
            BidState state,
            List<CurveStepJson> steps,
            Optional<BigDecimal> acceptedMw,
            Optional<BigDecimal> clearingPrice) {

        static BidJson of(Bid bid) {
            return new BidJson(
                    bid.id(),
                    bid.number(),
                    bid.period().start(),
                    bid.period().end(),
                    bid.side(),
                    bid.state(),
                    bid.steps().stream()
                            .map(step -> new CurveStepJson(plain(step.price()), plain(step.quantityMw())))
                            .toList(),
                    bid.acceptedMw().map(BidRunJson::plain),
                    bid.clearingPrice().map(BidRunJson::plain));
        }
    }

    /** A step of a bid's curve: so much at this limit price or better. */
    public record CurveStepJson(BigDecimal price, BigDecimal quantityMw) {}

    /** The money of a settled run, to the cent. */
    public record MoneyJson(
            String currency,
            BigDecimal profit,
            BigDecimal perfectForesightProfit,
            Optional<BigDecimal> ratio,
            BigDecimal expectedProfit,
            BigDecimal marketRevenue,
            BigDecimal undeliverableMwh,
            BigDecimal undeliverableRevenue,
            BigDecimal residualRevenue,
            BigDecimal degradationCost) {

        static MoneyJson of(String currency, BidRun.RunMoney money) {
            return new MoneyJson(
                    currency,
                    money(money.profit()),
                    money(money.perfectForesightProfit()),
                    money.ratio(),
                    money(money.expectedProfit()),
                    money(money.marketRevenue()),
                    plain(money.undeliverableMwh()),
                    money(money.undeliverableRevenue()),
                    money(money.residualRevenue()),
                    money(money.degradationCost()));
        }
    }
}
