package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.AssetParameters;
import energy.optibid.portfolio.Site;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;

/** Assets and sites as they stand in the audit trail and in events: as in the API, with their version. */
public final class PortfolioJson {

    private PortfolioJson() {}

    public static String of(Asset asset) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", asset.id().toString())
                .add("name", asset.name())
                .add("kind", asset.kind().code());
        asset.siteId().ifPresent(site -> json.add("siteId", site.toString()));
        return json.add("zoneCode", asset.zoneCode())
                .add(asset.kind().code(), parameters(asset.parameters()))
                .add("version", asset.version())
                .build()
                .toString();
    }

    public static String of(Site site) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", site.id().toString())
                .add("name", site.name())
                .add("zoneCode", site.zoneCode());
        site.location()
                .ifPresent(point -> json.add(
                        "location",
                        Json.createObjectBuilder()
                                .add("latitude", ParameterColumn.plain(point.latitude()))
                                .add("longitude", ParameterColumn.plain(point.longitude()))));
        JsonObjectBuilder connection = Json.createObjectBuilder();
        site.connection().importLimitMw().ifPresent(mw -> connection.add("importLimitMw", ParameterColumn.plain(mw)));
        site.connection().exportLimitMw().ifPresent(mw -> connection.add("exportLimitMw", ParameterColumn.plain(mw)));
        return json.add("gridConnection", connection)
                .add("version", site.version())
                .build()
                .toString();
    }

    private static JsonObjectBuilder parameters(AssetParameters parameters) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (ParameterColumn column : ParameterTable.of(parameters.kind()).columns()) {
            column.stored(parameters).ifPresent(value -> add(json, column.field(), value));
        }
        return json;
    }

    private static void add(JsonObjectBuilder json, String field, Object value) {
        if (value instanceof BigDecimal decimal) {
            json.add(field, decimal);
        } else if (value instanceof Integer whole) {
            json.add(field, whole);
        } else {
            json.add(field, value.toString());
        }
    }
}
