package energy.optibid.web.rest;

import java.util.List;
import java.util.Optional;

/**
 * A list, or a page of one.
 *
 * @param next cursor of the next page, absent on the last
 */
public record Items<T>(List<T> items, Optional<String> next) {
    public Items {
        items = List.copyOf(items);
    }

    public static <T> Items<T> all(List<T> items) {
        return new Items<>(items, Optional.empty());
    }
}
