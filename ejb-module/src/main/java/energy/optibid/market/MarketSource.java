package energy.optibid.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What is fetched again and again of one zone, and how old it is.
 *
 * @param fetchedAt when the platform answered last, with or without data; absent where it has not yet
 * @param deliveryTo end of the last delivery period that it has sent; absent where it has sent none yet
 * @param fetchedTo first delivery day that is still to be fetched, or to be fetched again; absent where all are
 * @param failedAt when fetching failed last; absent where it never did
 * @param failure why, in one line; kept after it went well again
 * @param dueAt when it is fetched next
 */
public record MarketSource(
        String productCode,
        String zoneCode,
        SourceDocument document,
        Optional<Instant> fetchedAt,
        Optional<Instant> deliveryTo,
        Optional<LocalDate> fetchedTo,
        Optional<Instant> failedAt,
        Optional<String> failure,
        Instant dueAt) {

    /** How it is doing. What was fetched before goes on serving in each state. */
    public enum State {
        /** It was not fetched yet. */
        WAITING,
        /** The last attempt went well. */
        CURRENT,
        /** The last attempt failed. */
        FAILING;

        /** Lower-case, as answers write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        if (failedAt.isPresent() && fetchedAt.filter(failedAt.get()::isBefore).isEmpty()) {
            return State.FAILING;
        }
        return fetchedAt.isPresent() ? State.CURRENT : State.WAITING;
    }

    /** The same while the platform is away: what is due by now fails, since then and for that reason. */
    MarketSource away(Instant now, Instant since, String reason) {
        return dueAt.isAfter(now)
                ? this
                : new MarketSource(
                        productCode,
                        zoneCode,
                        document,
                        fetchedAt,
                        deliveryTo,
                        fetchedTo,
                        Optional.of(since),
                        Optional.of(reason),
                        dueAt);
    }
}
