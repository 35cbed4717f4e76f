package energy.optibid.market.internal.entsoe;

import java.util.List;
import java.util.Map;

/**
 * A time series as a document has it.
 *
 * @param line where it begins
 * @param fields texts of its own elements by their names; of a repeated one the last
 */
record EntsoeSeries(int line, Map<String, String> fields, List<EntsoePeriod> periods) {

    /** Empty where it is missing. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
