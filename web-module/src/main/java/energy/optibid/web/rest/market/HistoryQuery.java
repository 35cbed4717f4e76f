package energy.optibid.web.rest.market;

import energy.optibid.market.KnownPrice;
import energy.optibid.market.PriceBook;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which prices are asked for: periods that start in [from, to), as known at {@code asOf} or best. */
record HistoryQuery(String product, String zone, Instant from, Instant to, Optional<Instant> asOf) {
    private static final int MAX_POINTS = 10_000;

    /** Longer than the most points of the longest period can be. */
    private static final Duration MAX_RANGE = Duration.ofHours(MAX_POINTS);

    HistoryQuery {
        if (!from.isBefore(to)) {
            Finding finding = Finding.of("invalid-value", "to", "to must be later than from", to.toString());
            throw new ProblemException(ProblemCode.INVALID_PARAMETERS, List.of(finding));
        }
    }

    List<KnownPrice> read(PriceBook prices) {
        if (Duration.between(from, to).compareTo(MAX_RANGE) > 0) {
            throw tooMany();
        }
        List<KnownPrice> found = asOf.map(instant -> prices.knownPrices(product, zone, from, to, instant))
                .orElseGet(() -> prices.publishedPrices(product, zone, from, to));
        if (found.size() > MAX_POINTS) {
            throw tooMany();
        }
        return found;
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                ProblemCode.TOO_MANY_POINTS, "At most " + MAX_POINTS + " periods are answered at once");
    }
}
