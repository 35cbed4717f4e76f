package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.BidStyle;
import energy.optibid.bidding.RunProblem;
import energy.optibid.bidding.RunStep;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code bid_runs} with its steps. */
@Entity
@Table(name = "bid_runs")
public class BidRunEntity {
    @Id
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "created_by")
    UUID createdBy;

    @Column(name = "asset_id")
    UUID assetId;

    @Column(name = "asset_name")
    String assetName;

    @Column(name = "product_code")
    String productCode;

    @Column(name = "zone_code")
    String zoneCode;

    @Column(name = "delivery_date")
    LocalDate deliveryDate;

    @Column(name = "as_of")
    Instant asOf;

    String forecaster;

    @Column(name = "bid_style")
    String bidStyle;

    @Column(name = "start_mwh")
    BigDecimal startMwh;

    @Column(name = "end_mwh")
    @Nullable
    BigDecimal endMwh;

    @JdbcTypeCode(SqlTypes.JSON)
    String battery;

    @Column(name = "auction_id")
    UUID auctionId;

    boolean simulated;
    String state;

    @Column(name = "cancel_requested")
    boolean cancelRequested;

    @Column(name = "claimed_by")
    @Nullable
    UUID claimedBy;

    @Column(name = "heartbeat_at")
    @Nullable
    Instant heartbeatAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Column(name = "problem_code")
    @Nullable
    String problemCode;

    @Column(name = "problem_detail")
    @Nullable
    String problemDetail;

    @Version
    int version;

    @ElementCollection
    @CollectionTable(name = "bid_run_steps", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "ordinal")
    List<BidRunStepRow> steps = new ArrayList<>();

    /** Price of each period of the day, once the auction has cleared. */
    @ElementCollection
    @CollectionTable(name = "bid_run_prices", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "ordinal")
    List<PriceRow> prices = new ArrayList<>();

    BidRunState state() {
        return BidRunState.ofCode(state);
    }

    BidStyle style() {
        return BidStyle.ofCode(bidStyle);
    }

    BidRunStepRow step(RunStep step) {
        return steps.stream()
                .filter(row -> row.name.equals(step.code()))
                .findFirst()
                .orElseThrow();
    }

    /** The first step that is not done. */
    Optional<RunStep> nextStep() {
        return steps.stream()
                .filter(row -> !row.isDone())
                .map(row -> RunStep.ofCode(row.name))
                .findFirst();
    }

    /** A worker holds the run from now on. */
    void hold(UUID worker, Instant now) {
        state = BidRunState.RUNNING.code();
        claimedBy = worker;
        heartbeatAt = now;
        if (startedAt == null) {
            startedAt = now;
        }
    }

    /** Gives the run back: whatever happens next, no worker holds it. */
    void release(BidRunState next) {
        state = next.code();
        claimedBy = null;
        heartbeatAt = null;
    }

    void finish(BidRunState last, Instant now) {
        release(last);
        finishedAt = now;
    }

    /** What the steps took so far; one that has not ended counts until now. */
    Duration worked(Instant now) {
        return steps.stream()
                .map(step -> step.startedAt == null
                        ? Duration.ZERO
                        : Duration.between(step.startedAt, step.finishedAt == null ? now : step.finishedAt))
                .reduce(Duration.ZERO, Duration::plus);
    }

    void fail(RunProblem problem, Instant now) {
        finish(BidRunState.FAILED, now);
        problemCode = problem.code();
        problemDetail = problem.detail();
    }
}
