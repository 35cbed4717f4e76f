package energy.optibid.bidding.internal;

import energy.optibid.clearing.Book;
import energy.optibid.clearing.Exchange;
import energy.optibid.clearing.Order;
import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The order books that the built-in exchange holds, in the tables {@code exchange_orders} and {@code exchange_net_exports}. */
@ApplicationScoped
public class OrderBooks {

    @PersistenceContext(unitName = "optibid")
    EntityManager entities;

    boolean holds(AuctionEntity auction) {
        return (Boolean) entities.createNativeQuery(
                        "SELECT EXISTS (SELECT FROM exchange_orders WHERE auction_id = :auction)", Boolean.class)
                .setParameter("auction", auction.id)
                .getSingleResult();
    }

    /** An exchange for each period of the auction, in order; a period without orders holds an empty book. */
    List<Exchange> exchanges(AuctionEntity auction) {
        Map<Instant, List<Order>> orders = orders(auction.id);
        Map<Instant, BigDecimal> netExports = netExports(auction.id);
        return auction.periods().stream()
                .map(DeliveryPeriod::start)
                .map(start -> Exchange.holding(new Book(
                        Auctioneer.limits(auction),
                        netExports.getOrDefault(start, BigDecimal.ZERO),
                        orders.getOrDefault(start, List.of()))))
                .toList();
    }

    private Map<Instant, BigDecimal> netExports(UUID auctionId) {
        Map<Instant, BigDecimal> result = new HashMap<>();
        for (Tuple row : rows(
                "SELECT period_start, net_export_mw FROM exchange_net_exports WHERE auction_id = :auction",
                auctionId)) {
            result.put(row.get(0, Instant.class), row.get(1, BigDecimal.class));
        }
        return result;
    }

    private Map<Instant, List<Order>> orders(UUID auctionId) {
        Map<Instant, Map<String, OrderRows>> byPeriod = new HashMap<>();
        for (Tuple row : rows("""
                SELECT period_start, order_id, participant, side, price, quantity_mw FROM exchange_orders
                WHERE auction_id = :auction ORDER BY period_start, order_id, ordinal""", auctionId)) {
            byPeriod.computeIfAbsent(row.get(0, Instant.class), start -> new LinkedHashMap<>())
                    .computeIfAbsent(row.get(1, String.class), id -> OrderRows.first(row))
                    .steps
                    .add(new CurveStep(row.get(4, BigDecimal.class), row.get(5, BigDecimal.class)));
        }
        Map<Instant, List<Order>> result = new HashMap<>();
        byPeriod.forEach((start, rows) ->
                result.put(start, rows.values().stream().map(OrderRows::order).toList()));
        return result;
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, UUID auctionId) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("auction", auctionId)
                .getResultList();
    }

    private record OrderRows(String id, String participant, Side side, List<CurveStep> steps) {
        static OrderRows first(Tuple row) {
            return new OrderRows(
                    row.get(1, String.class),
                    row.get(2, String.class),
                    Side.valueOf(row.get(3, String.class).toUpperCase(Locale.ROOT)),
                    new ArrayList<>());
        }

        Order order() {
            return new Order(id, participant, side, steps);
        }
    }
}
