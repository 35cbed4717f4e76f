package energy.optibid.web.rest.market;

import energy.optibid.market.PricePoint;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Prices as a table of Apache Arrow: what data frames read without parsing. */
final class HistoryArrow {

    private HistoryArrow() {}

    /** Prices as the nearest double: of two digits after the point none is lost. */
    static void write(HistoryQuery query, List<PricePoint> prices, String unit, OutputStream out) throws IOException {
        List<ArrowColumn> columns = List.of(
                ArrowColumn.instants("start", prices, PricePoint::start),
                ArrowColumn.ints("minutes", prices, PricePoint::minutes),
                ArrowColumn.doubles("price", prices, point -> point.price().doubleValue()),
                ArrowColumn.instants("known_at", prices, PricePoint::knownAt),
                ArrowColumn.booleans("simulated", prices, PricePoint::simulated));
        Map<String, String> metadata = Map.of("product", query.product(), "zone", query.zone(), "unit", unit);
        ArrowStream.write(prices.size(), columns, metadata, out);
    }
}
