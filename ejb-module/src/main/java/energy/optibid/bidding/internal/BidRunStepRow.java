package energy.optibid.bidding.internal;

import energy.optibid.bidding.RunStep;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code bid_run_steps}. */
@Embeddable
public class BidRunStepRow {
    String name;
    String state;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String inputs;

    static BidRunStepRow pending(RunStep step) {
        BidRunStepRow row = new BidRunStepRow();
        row.name = step.code();
        row.state = "pending";
        return row;
    }

    boolean isDone() {
        return state.equals("done");
    }
}
