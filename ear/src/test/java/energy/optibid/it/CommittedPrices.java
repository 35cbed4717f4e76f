package energy.optibid.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The changes of prices that a database has committed, as the load client compares them with what it was told.
 *
 * @param events by place in the log: place, code of the zone, instant of the commit in microseconds since 1970 UTC
 */
record CommittedPrices(JsonNode events) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Nothing changes the row of an import: the transaction that wrote it is the one that committed the prices. */
    private static final String QUERY = """
            select coalesce(json_agg(json_build_array(o.position, o.payload ->> 'zoneCode',
                       (extract(epoch from %s) * 1000000)::bigint) order by o.position), '[]')
              from outbox_events o
              join market_data_imports i on i.id::text = o.aggregate_id
             where o.type = 'PricesImported' and o.payload ->> 'productCode' = '%s'
            """;

    /**
     * Waits until each has its place, and reads them. Their instants are PostgreSQL's own where it keeps those
     * ({@code track_commit_timestamp}), else those at which the events were written, shortly before.
     */
    static CommittedPrices of(Database database) {
        Patience.until(() -> database.text("select count(*) from outbox_events where position is null"), "0"::equals);
        boolean tracked = database.text("show track_commit_timestamp").equals("on");
        String instant = tracked ? "pg_xact_commit_timestamp(i.xmin)" : "o.occurred_at";
        try {
            return new CommittedPrices(MAPPER.readTree(database.text(QUERY.formatted(instant, LoadProcess.PRODUCT))));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The place of a zone's last change; 0 where there is none. */
    long last(String zone) {
        long last = 0;
        for (JsonNode event : events) {
            if (event.get(1).asText().equals(zone)) {
                last = event.get(0).asLong();
            }
        }
        return last;
    }

    int count() {
        return events.size();
    }
}
