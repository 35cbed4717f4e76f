package energy.optibid.bidding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.bidding.RunStep;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BidRunEntityTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void workedShouldLeaveOutWhatARunHasWaited() {
        BidRunEntity run = new BidRunEntity();
        run.startedAt = NOON.minusSeconds(100_000);
        run.steps.add(done(RunStep.INPUTS, NOON.minusSeconds(90_000), 2));
        run.steps.add(done(RunStep.FORECAST, NOON.minusSeconds(500), 3));
        BidRunStepRow last = BidRunStepRow.pending(RunStep.SETTLE);
        last.startedAt = NOON.minusSeconds(4);
        run.steps.add(last);

        assertThat(run.worked(NOON)).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void workedShouldBeNothingWhenNoStepHasBegun() {
        BidRunEntity run = new BidRunEntity();
        run.steps.add(BidRunStepRow.pending(RunStep.INPUTS));

        assertThat(run.worked(NOON)).isZero();
    }

    private static BidRunStepRow done(RunStep step, Instant start, long seconds) {
        BidRunStepRow row = BidRunStepRow.pending(step);
        row.startedAt = start;
        row.finishedAt = start.plusSeconds(seconds);
        row.state = "done";
        return row;
    }
}
