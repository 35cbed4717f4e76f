package energy.optibid.analytics.internal;

import energy.optibid.analytics.internal.clickhouse.ClickHouseCopy;
import energy.optibid.streaming.LoggedEvent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.UUID;

/** The prices, every value that was ever known: all of them, and those of each import. */
final class CopiedPrices implements CopyPart {
    private static final int ROWS_AT_ONCE = 50_000;

    private final ClickHouseCalls calls;
    private final ClickHouseCopy copy;
    private final Reading database;

    CopiedPrices(ClickHouseCalls calls, ClickHouseCopy copy, Reading database) {
        this.calls = calls;
        this.copy = copy;
        this.database = database;
    }

    @Override
    public long fill(long position) {
        long rows = 0;
        for (PriceSeries series : database.read(connection -> new StoredPrices(connection).series())) {
            for (Year year : database.read(connection -> new StoredPrices(connection).years(series))) {
                List<StoredPrice> prices =
                        database.read(connection -> new StoredPrices(connection).ofYear(series, year));
                add(series, prices);
                rows += prices.size();
            }
        }
        return rows;
    }

    @Override
    public void take(List<LoggedEvent> events) {
        events.stream().filter(event -> event.type().equals("PricesImported")).forEach(this::takeImport);
    }

    private void takeImport(LoggedEvent event) {
        try (JsonReader reader = Json.createReader(new StringReader(event.payloadJson()))) {
            JsonObject payload = reader.readObject();
            PriceSeries series = new PriceSeries(payload.getString("productCode"), payload.getString("zoneCode"));
            UUID importId = UUID.fromString(event.aggregateId());
            Instant from = Instant.parse(payload.getString("from"));
            Instant to = Instant.parse(payload.getString("to"));
            add(series, database.read(connection -> new StoredPrices(connection).ofImport(importId, series, from, to)));
        }
    }

    @Override
    public List<MonthSum> stored() {
        return database.read(connection -> new StoredPrices(connection).months());
    }

    @Override
    public List<MonthSum> copied() {
        return calls.call(copy::months);
    }

    @Override
    public void repair(CopiedMonth place, long position) {
        if (place.table().equals(ClickHouseCopy.PRICES)) {
            calls.run(() -> copy.remove(place.series(), place.month()));
            add(
                    place.series(),
                    database.read(connection -> new StoredPrices(connection).ofMonth(place.series(), place.month())));
        }
    }

    private void add(PriceSeries series, List<StoredPrice> prices) {
        for (int from = 0; from < prices.size(); from += ROWS_AT_ONCE) {
            List<StoredPrice> part = prices.subList(from, Math.min(prices.size(), from + ROWS_AT_ONCE));
            calls.run(() -> copy.add(series, part));
        }
    }
}
