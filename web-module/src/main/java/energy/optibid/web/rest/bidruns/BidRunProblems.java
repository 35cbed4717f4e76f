package energy.optibid.web.rest.bidruns;

import energy.optibid.bidding.AsOfInFutureException;
import energy.optibid.bidding.BidRunFinishedException;
import energy.optibid.bidding.BidRunNotFoundException;
import energy.optibid.bidding.EndStateContradictedException;
import energy.optibid.bidding.GateClosedException;
import energy.optibid.bidding.SoldInSessionsException;
import energy.optibid.bidding.StateOfChargeOutOfRangeException;
import energy.optibid.forecasting.NotEnoughHistoryException;
import energy.optibid.forecasting.UnknownForecasterException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The exceptions of bidding and forecasting. */
@ApplicationScoped
public class BidRunProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(BidRunNotFoundException.class, ProblemCode.BID_RUN_NOT_FOUND)
                .add(BidRunFinishedException.class, ProblemCode.BID_RUN_FINISHED)
                .add(GateClosedException.class, ProblemCode.GATE_CLOSED)
                .add(SoldInSessionsException.class, ProblemCode.SOLD_IN_SESSIONS)
                .add(
                        AsOfInFutureException.class,
                        ProblemCode.AS_OF_IN_FUTURE,
                        future -> one("as-of-in-future", "asOf", future, future.asOf()))
                .add(
                        StateOfChargeOutOfRangeException.class,
                        ProblemCode.STATE_OF_CHARGE_OUT_OF_RANGE,
                        range -> one("state-of-charge-out-of-range", range.field(), range, range.valueMwh()))
                .add(
                        EndStateContradictedException.class,
                        ProblemCode.END_STATE_CONTRADICTED,
                        both -> one("end-state-contradicted", "endFree", both, true))
                .add(
                        NotEnoughHistoryException.class,
                        ProblemCode.NOT_ENOUGH_HISTORY,
                        lacking -> one(
                                "not-enough-history",
                                "deliveryDate",
                                lacking,
                                lacking.period().start()))
                .add(
                        UnknownForecasterException.class,
                        ProblemCode.UNKNOWN_FORECASTER,
                        unknown -> one("unknown-forecaster", "forecaster", unknown, unknown.id()));
    }

    private static List<Finding> one(String code, String path, RuntimeException broken, Object value) {
        return List.of(Finding.of(code, path, String.valueOf(broken.getMessage()), value.toString()));
    }
}
