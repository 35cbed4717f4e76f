package energy.optibid.clearing;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Ten days of the Italian day-ahead market (MGP, 2025-04-01 to 10) as published: one book for each hour and zone, with
 * what flowed out of the zone as net export. Read from the folder of test data.
 */
final class ItalianMarket {
    static final List<String> ZONES = List.of("NORD", "CNOR", "CSUD", "SUD", "CALA", "SICI", "SARD");

    /** Bids come in 0.1 MWh, flows in 0.001 MWh. */
    private static final AuctionLimits LIMITS = Books.limits("-500", "4000", "0.01", "0.001");

    private static final BigDecimal NOISE = new BigDecimal("1E-9");

    /** One hour of one zone. */
    record ZoneHour(String timestamp, String zone, Book book, BigDecimal publishedPrice) {
        String name() {
            return timestamp + " " + zone;
        }
    }

    /** An hour and a zone in the files. */
    private record Key(String timestamp, String zone) {}

    private final Map<Key, List<Order>> orders = new LinkedHashMap<>();
    private final Map<Key, BigDecimal> netExports = new HashMap<>();
    private final Map<Key, BigDecimal> prices = new HashMap<>();
    private long noisyQuantities;

    private ItalianMarket() {}

    static ItalianMarket read(Path testData) {
        Path folder = testData.resolve("gme-mgp-2025-04");
        ItalianMarket market = new ItalianMarket();
        rows(folder.resolve("bid-curves.csv.gz"), market::addOrder);
        rows(folder.resolve("published-flows.csv.gz"), market::addExchange);
        rows(folder.resolve("published-exchanges.csv.gz"), market::addExchange);
        rows(folder.resolve("published-prices.csv.gz"), row -> market.prices.put(key(row), new BigDecimal(row[4])));
        return market;
    }

    /** Every hour of every Italian zone, in the order of the file; fails where one lacks its published price. */
    List<ZoneHour> zoneHours() {
        List<ZoneHour> hours = new ArrayList<>();
        orders.forEach((key, curve) -> hours.add(zoneHour(key, curve)));
        return hours;
    }

    /** How many quantities carry the noise of binary fractions, like 12.299999999999999. */
    long noisyQuantities() {
        return noisyQuantities;
    }

    private ZoneHour zoneHour(Key key, List<Order> curve) {
        BigDecimal price = prices.get(key);
        if (price == null) {
            throw new IllegalStateException("No published price for " + key);
        }
        BigDecimal netExport = netExports.getOrDefault(key, BigDecimal.ZERO);
        return new ZoneHour(key.timestamp(), key.zone(), new Book(LIMITS, netExport, curve), price);
    }

    /** timestamp, delivery_day, period, zone, side, price_eur_per_mwh, quantity_mwh. */
    private void addOrder(String[] row) {
        BigDecimal published = new BigDecimal(row[6]);
        BigDecimal quantity = published.setScale(3, RoundingMode.HALF_EVEN);
        if (published.subtract(quantity).abs().compareTo(NOISE) > 0) {
            throw new IllegalStateException("More than noise would be rounded away: " + published);
        }
        noisyQuantities += published.compareTo(quantity) != 0 ? 1 : 0;
        Side side = row[4].equals("supply") ? Side.SELL : Side.BUY;
        CurveStep step = new CurveStep(new BigDecimal(row[5]), quantity);
        List<Order> curve = orders.computeIfAbsent(key(row), k -> new ArrayList<>());
        curve.add(new Order(row[4] + "-" + curve.size(), "aggregate", side, Collections.singletonList(step)));
    }

    /** timestamp, delivery_day, period, from, to, MWh: positive leaves the first-named zone. */
    private void addExchange(String[] row) {
        BigDecimal outwards = new BigDecimal(row[5]);
        netExports.merge(new Key(row[0], row[3]), outwards, BigDecimal::add);
        netExports.merge(new Key(row[0], row[4]), outwards.negate(), BigDecimal::add);
    }

    private static Key key(String[] row) {
        return new Key(row[0], row[3]);
    }

    private static void rows(Path file, Consumer<String[]> consumer) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).forEach(line -> consumer.accept(line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
