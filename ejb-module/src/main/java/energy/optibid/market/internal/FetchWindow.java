package energy.optibid.market.internal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The delivery days that are fetched next: of the past a month at once, in order; then, again and again, the last two days,
 * for corrections, today and tomorrow.
 *
 * @param first the first day
 * @param end the first day after it
 * @param fetchedTo the first day that will be left to fetch, or to fetch again, when this has gone well
 * @param last whether nothing is left then until there is something new
 */
public record FetchWindow(LocalDate first, LocalDate end, LocalDate fetchedTo, boolean last) {
    private static final int CORRECTED_FOR_DAYS = 2;

    /** The platform takes a year at once; a month is read and imported in a moment. */
    private static final int LONGEST_DAYS = 31;

    /**
     * The next one.
     *
     * @param fetchedTo as the last window left it; absent before the first
     * @param since the first day of all; absent for none but the last ones
     * @param today in the market's zone
     */
    static FetchWindow next(Optional<LocalDate> fetchedTo, Optional<LocalDate> since, LocalDate today) {
        LocalDate again = today.minusDays(CORRECTED_FOR_DAYS);
        LocalDate wanted = fetchedTo.or(() -> since).orElse(again);
        LocalDate first = wanted.isBefore(again) ? wanted : again;
        LocalDate afterTomorrow = today.plusDays(2);
        LocalDate month = first.plusDays(LONGEST_DAYS);
        LocalDate end = month.isBefore(afterTomorrow) ? month : afterTomorrow;
        return new FetchWindow(first, end, end.isBefore(today) ? end : today, end.equals(afterTomorrow));
    }
}
