package energy.optibid.market.internal;

import energy.optibid.market.SourceDocument;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request to the Transparency Platform that is due.
 *
 * @param area energy identification code of the zone
 * @param timeZone of the product's delivery days
 */
public record DueFetch(
        String productCode,
        String zoneCode,
        String area,
        ZoneId timeZone,
        SourceDocument document,
        FetchWindow window) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

    /** The parameters of the request, as the platform's guide to its REST interface names them. */
    Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        switch (document) {
            case PRICES -> {
                query.put("documentType", "A44");
                query.put("contract_MarketAgreement.type", "A01");
                query.put("in_Domain", area);
                query.put("out_Domain", area);
            }
            case LOAD -> ofLoad(query, "A16");
            case LOAD_FORECAST -> ofLoad(query, "A01");
            case GENERATION_FORECAST -> ofGeneration(query, "A71", "A01");
            case WIND_AND_SOLAR_FORECAST -> ofGeneration(query, "A69", "A01");
            // Answered with the whole years that have these days.
            case INSTALLED_CAPACITY -> ofGeneration(query, "A68", "A33");
        }
        query.put("periodStart", MINUTE.format(start()));
        query.put("periodEnd", MINUTE.format(end()));
        return query;
    }

    private void ofLoad(Map<String, String> query, String process) {
        query.put("documentType", "A65");
        query.put("processType", process);
        query.put("outBiddingZone_Domain", area);
    }

    private void ofGeneration(Map<String, String> query, String type, String process) {
        query.put("documentType", type);
        query.put("processType", process);
        query.put("in_Domain", area);
    }

    private Instant start() {
        return window.first().atStartOfDay(timeZone).toInstant();
    }

    private Instant end() {
        return window.end().atStartOfDay(timeZone).toInstant();
    }

    @Override
    public String toString() {
        return "%s of %s from %s to before %s".formatted(document.code(), zoneCode, window.first(), window.end());
    }
}
