package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidRunEnded;
import energy.optibid.identity.AuditTrail;
import energy.optibid.platform.Actor;
import energy.optibid.streaming.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Tells the audit trail and the outbox what becomes of a run, in the transaction of the change. */
@ApplicationScoped
public class BidRunJournal {
    private static final String SUBJECT = "bid-run";

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Event<BidRunEnded> ended;

    @Inject
    Clock clock;

    void queued(Actor actor, BidRunEntity run) {
        note(actor, run, "bid-run.start", "BidRunQueued", facts(run));
    }

    /** Who wished it; a run at work ends before its next step. */
    void cancelRequested(Actor actor, BidRunEntity run) {
        record(actor, run, "bid-run.cancel", facts(run).build().toString());
    }

    void cancelled(BidRunEntity run) {
        append(run, "BidRunCancelled", facts(run).build().toString());
        ended(run);
    }

    void submitted(BidRunEntity run, int bids) {
        note(creator(run), run, "bid-run.submit", "BidsSubmitted", facts(run).add("bids", bids));
    }

    void cleared(BidRunEntity run, String basis) {
        note(creator(run), run, "bid-run.clear", "BidsCleared", facts(run).add("basis", basis));
    }

    void settled(BidRunEntity run, SettlementEntity settlement) {
        note(
                creator(run),
                run,
                "bid-run.settle",
                "BidRunSettled",
                facts(run)
                        .add("currency", settlement.currency)
                        .add("profit", settlement.profit)
                        .add("perfectForesightProfit", settlement.perfectForesightProfit));
        ended(run);
    }

    /** Tells this node that a run is over, however it ended. */
    private void ended(BidRunEntity run) {
        ended.fire(new BidRunEnded(run.id, run.state(), run.worked(clock.instant())));
    }

    void failed(BidRunEntity run) {
        JsonObjectBuilder facts = facts(run);
        Optional.ofNullable(run.problemCode).ifPresent(code -> facts.add("problemCode", code));
        note(creator(run), run, "bid-run.fail", "BidRunFailed", facts);
        ended(run);
    }

    /** What a run does, it does for the user who started it. */
    private static Actor creator(BidRunEntity run) {
        return new Actor(run.createdBy, run.organisationId, Set.of());
    }

    private static JsonObjectBuilder facts(BidRunEntity run) {
        return Json.createObjectBuilder()
                .add("runId", run.id.toString())
                .add("assetId", run.assetId.toString())
                .add("productCode", run.productCode)
                .add("zoneCode", run.zoneCode)
                .add("deliveryDate", run.deliveryDate.toString())
                .add("asOf", run.asOf.toString())
                .add("forecaster", run.forecaster)
                .add("bidStyle", run.bidStyle)
                .add("simulated", run.simulated)
                .add("state", run.state);
    }

    private void note(Actor actor, BidRunEntity run, String action, String event, JsonObjectBuilder facts) {
        String json = facts.build().toString();
        record(actor, run, action, json);
        append(run, event, json);
    }

    private void record(Actor actor, BidRunEntity run, String action, String json) {
        audit.record(actor, action, SUBJECT, run.id.toString(), Optional.empty(), Optional.of(json));
    }

    private void append(BidRunEntity run, String event, String json) {
        outbox.append(Optional.of(run.organisationId), event, SUBJECT, run.id.toString(), json);
    }
}
