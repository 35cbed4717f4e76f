package energy.optibid.web.rest;

import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param limit at most so many items
 * @param after the place after which the page begins, or where it does; absent for the first page
 */
public record PageQuery<P>(int limit, Optional<P> after) {
    /**
     * Reads the parameters {@code limit} and {@code cursor}.
     *
     * @param place reads a cursor that was given; empty where it is none of ours
     * @throws ProblemException 400 for another limit and for a cursor that is none
     */
    public static <P> PageQuery<P> of(
            @Nullable Integer limit, @Nullable String cursor, Function<String, Optional<P>> place) {
        return of(limit, cursor, place, Limits.DEFAULT, Limits.MOST);
    }

    /** The same of a list with other bounds. */
    public static <P> PageQuery<P> of(
            @Nullable Integer limit,
            @Nullable String cursor,
            Function<String, Optional<P>> place,
            int unlessAsked,
            int atMost) {
        int most = limit == null ? unlessAsked : limit;
        if (most < 1 || most > atMost) {
            throw refused("limit", "limit must lie in [1, " + atMost + "]", Integer.toString(most));
        }
        if (cursor == null) {
            return new PageQuery<>(most, Optional.empty());
        }
        Optional<P> after = place.apply(cursor);
        if (after.isEmpty()) {
            throw refused("cursor", "cursor must be the value of next of another page", cursor);
        }
        return new PageQuery<>(most, after);
    }

    /** How many items to read in order to know whether there is another page. */
    public int oneMore() {
        return limit + 1;
    }

    /**
     * The page.
     *
     * @param read up to {@link #oneMore()} items
     * @param cursor the cursor of an item's place
     */
    public <D, J> Items<J> page(List<D> read, Function<D, J> json, Function<D, String> cursor) {
        List<J> items = read.stream().limit(limit).map(json).toList();
        return new Items<>(
                items, read.size() > limit ? Optional.of(cursor.apply(read.get(limit - 1))) : Optional.empty());
    }

    private static ProblemException refused(String parameter, String message, String value) {
        return new ProblemException(
                ProblemCode.INVALID_PARAMETERS, List.of(Finding.of("invalid-value", parameter, message, value)));
    }
}
