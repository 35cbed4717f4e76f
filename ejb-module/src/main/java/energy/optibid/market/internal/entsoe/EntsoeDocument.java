package energy.optibid.market.internal.entsoe;

import java.util.List;
import java.util.Map;

/**
 * A document as it stands there, before anything is made of it.
 *
 * @param root name of its root element
 * @param fields texts of its own elements by their names; of a repeated one the last
 */
record EntsoeDocument(String root, Map<String, String> fields, List<EntsoeSeries> series) {

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
