package energy.optibid.web.rest.audit;

import java.util.List;
import java.util.Optional;

/**
 * A page of entries.
 *
 * @param next cursor of the next page, absent on the last
 */
public record AuditEntryPageJson(List<AuditEntryJson> items, Optional<String> next) {
    public AuditEntryPageJson {
        items = List.copyOf(items);
    }
}
