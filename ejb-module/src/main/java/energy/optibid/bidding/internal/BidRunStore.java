package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidRunFinishedException;
import energy.optibid.bidding.BidRunNotFoundException;
import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.GateClosedException;
import energy.optibid.market.RuleSet;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Bid runs and auctions in the database. Runs in the caller's transaction. */
@ApplicationScoped
public class BidRunStore {

    @PersistenceContext(unitName = "optibid")
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    BidRunJournal journal;

    void add(Object entity) {
        entities.persist(entity);
    }

    public BidRunEntity owned(Actor actor, UUID id) {
        return owned(actor, id, LockModeType.NONE);
    }

    private BidRunEntity owned(Actor actor, UUID id, LockModeType lock) {
        return Optional.ofNullable(entities.find(BidRunEntity.class, id, lock))
                .filter(run -> run.organisationId.equals(actor.organisationId()))
                .orElseThrow(() -> new BidRunNotFoundException(id));
    }

    public List<BidRunEntity> newest(Actor actor, int limit, Optional<UUID> before) {
        Optional<BidRunEntity> last = before.map(id -> owned(actor, id));
        String older = last.isPresent() ? " and (r.createdAt, r.id) < (:createdAt, :id)" : "";
        var query = entities.createQuery(
                        "select r from BidRunEntity r where r.organisationId = :organisation" + older
                                + " order by r.createdAt desc, r.id desc",
                        BidRunEntity.class)
                .setParameter("organisation", actor.organisationId())
                .setMaxResults(limit);
        last.ifPresent(run -> query.setParameter("createdAt", run.createdAt).setParameter("id", run.id));
        return query.getResultList();
    }

    public void cancel(Actor actor, UUID id) {
        BidRunEntity run = owned(actor, id, LockModeType.PESSIMISTIC_WRITE);
        switch (run.state()) {
            case QUEUED -> finishCancelled(run);
            case RUNNING -> run.cancelRequested = true;
            case AWAITING_RESULTS -> {
                requireGateOpen(run);
                finishCancelled(run);
            }
            case SUCCEEDED, FAILED, CANCELLED -> throw new BidRunFinishedException(id, run.state());
        }
        journal.cancelRequested(actor, run);
    }

    private void requireGateOpen(BidRunEntity run) {
        Instant closure = auctionOf(run).gateClosure;
        Instant now = clock.instant();
        if (!now.isBefore(closure)) {
            throw new GateClosedException(run.productCode, run.deliveryDate, closure, now);
        }
    }

    /** Ends a run that was cancelled and withdraws its bids. */
    void finishCancelled(BidRunEntity run) {
        run.finish(BidRunState.CANCELLED, clock.instant());
        bids(run).forEach(bid -> bid.state = BidState.CANCELLED.code());
        journal.cancelled(run);
    }

    AuctionEntity auctionOf(BidRunEntity run) {
        return entities.find(AuctionEntity.class, run.auctionId);
    }

    /** A run that a worker holds, locked until the end of the transaction. */
    BidRunEntity locked(UUID id) {
        return entities.find(BidRunEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Marks what earlier runs of the same asset and auction hold as superseded. */
    void supersedePositions(BidRunEntity run) {
        // One after the other: two runs that settle at once would not see each other's positions.
        entities.find(AuctionEntity.class, run.auctionId, LockModeType.PESSIMISTIC_WRITE);
        entities.createQuery("""
                        update PositionEntity p set p.superseded = true
                        where p.assetId = :asset and p.auctionId = :auction and p.runId <> :run and p.superseded = false""")
                .setParameter("asset", run.assetId)
                .setParameter("auction", run.auctionId)
                .setParameter("run", run.id)
                .executeUpdate();
    }

    List<BidEntity> bids(BidRunEntity run) {
        return entities.createQuery(
                        "select b from BidEntity b where b.runId = :run order by b.periodStart, b.side desc",
                        BidEntity.class)
                .setParameter("run", run.id)
                .getResultList();
    }

    List<ClearingResultEntity> clearingResults(BidRunEntity run) {
        return entities.createQuery(
                        "select c from ClearingResultEntity c, BidEntity b where b.id = c.bidId and b.runId = :run",
                        ClearingResultEntity.class)
                .setParameter("run", run.id)
                .getResultList();
    }

    Optional<ForecastEntity> forecast(BidRunEntity run) {
        return entities.createQuery("select f from ForecastEntity f where f.runId = :run", ForecastEntity.class)
                .setParameter("run", run.id)
                .getResultStream()
                .findFirst();
    }

    Optional<PlanEntity> plan(BidRunEntity run, String purpose) {
        return entities.createQuery(
                        "select p from PlanEntity p where p.runId = :run and p.purpose = :purpose", PlanEntity.class)
                .setParameter("run", run.id)
                .setParameter("purpose", purpose)
                .getResultStream()
                .findFirst();
    }

    Optional<SettlementEntity> settlement(BidRunEntity run) {
        return entities.createQuery("select s from SettlementEntity s where s.runId = :run", SettlementEntity.class)
                .setParameter("run", run.id)
                .getResultStream()
                .findFirst();
    }

    Map<UUID, SettlementEntity> settlements(List<BidRunEntity> runs) {
        return entities.createQuery("select s from SettlementEntity s where s.runId in :runs", SettlementEntity.class)
                .setParameter("runs", runs.stream().map(run -> run.id).toList())
                .getResultStream()
                .collect(Collectors.toMap(settlement -> settlement.runId, Function.identity()));
    }

    /** The auction of that product, zone and day; opened at its first use, under the rules in force. */
    UUID auction(RuleSet rules, String zoneCode, LocalDate deliveryDate) {
        entities.createNativeQuery("""
                        INSERT INTO auctions (id, product_id, zone_id, delivery_date, time_zone, minutes, currency,
                            gate_closure, result_time, min_price, max_price, price_tick, min_quantity_mw, max_quantity_mw,
                            quantity_step_mw, max_curve_points, created_at)
                        SELECT :id, p.id, z.id, :date, r.time_zone, r.minutes, r.currency, :gate, :result, r.min_price,
                            r.max_price, r.price_tick, r.min_quantity_mw, r.max_quantity_mw, r.quantity_step_mw,
                            r.max_curve_points, :now
                        FROM products p JOIN rule_sets r ON r.product_id = p.id, zones z
                        WHERE p.code = :product AND r.valid_from = :validFrom AND z.code = :zone
                        ON CONFLICT (product_id, zone_id, delivery_date) DO NOTHING""")
                .setParameter("id", Ids.next())
                .setParameter("date", deliveryDate)
                .setParameter("gate", rules.gateClosure(deliveryDate))
                .setParameter("result", rules.resultTime(deliveryDate))
                .setParameter("validFrom", rules.validFrom())
                .setParameter("now", clock.instant())
                .setParameter("product", rules.productCode())
                .setParameter("zone", zoneCode)
                .executeUpdate();
        return (UUID) entities.createNativeQuery("""
                        SELECT a.id FROM auctions a JOIN products p ON p.id = a.product_id JOIN zones z ON z.id = a.zone_id
                        WHERE p.code = :product AND z.code = :zone AND a.delivery_date = :date""", UUID.class)
                .setParameter("product", rules.productCode())
                .setParameter("zone", zoneCode)
                .setParameter("date", deliveryDate)
                .getSingleResult();
    }
}
