package energy.optibid.web.rest.market;

import energy.optibid.market.PriceQuery;
import energy.optibid.market.Resolution;
import energy.optibid.web.rest.Cursor;
import energy.optibid.web.rest.PageQuery;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which prices are asked for: periods that start in [from, to), as known at {@code asOf} or best, and the page of them. */
record HistoryQuery(
        String product,
        String zone,
        Instant from,
        Instant to,
        Optional<Instant> asOf,
        Optional<Resolution> resolution,
        PageQuery<Instant> page) {

    /** At most so many points at once, and so many unless asked. */
    private static final int MOST = 10_000;

    HistoryQuery {
        if (!from.isBefore(to)) {
            Finding finding = Finding.of("invalid-value", "to", "to must be later than from", to.toString());
            throw new ProblemException(ProblemCode.INVALID_PARAMETERS, List.of(finding));
        }
    }

    /** @throws ProblemException 400 for another limit and for a cursor that is none */
    static PageQuery<Instant> page(@Nullable Integer limit, @Nullable String cursor) {
        return PageQuery.of(limit, cursor, HistoryQuery::start, MOST, MOST);
    }

    private static Optional<Instant> start(String cursor) {
        try {
            return Cursor.read(cursor).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String cursor(Instant next) {
        return Cursor.of(next.toString());
    }

    PriceQuery query() {
        return new PriceQuery(product, zone, page.after().orElse(from), to, asOf, resolution, page.limit());
    }
}
