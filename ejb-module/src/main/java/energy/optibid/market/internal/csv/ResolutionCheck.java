package energy.optibid.market.internal.csv;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.DeliveryCalendar;
import energy.optibid.market.internal.rows.Findings;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds hourly rows for a day whose periods are shorter, which would otherwise pass as the first quarter of each hour:
 * half a day of rows or more that all begin with an hour. Sees each run of rows of one day.
 */
final class ResolutionCheck {
    private static final int ENOUGH_ROWS = 12;

    private final Findings findings;
    private final String timeColumn;
    private LocalDate date = LocalDate.MIN;
    private int rows;
    private boolean hourly;
    private long firstLine;
    private int minutes;

    ResolutionCheck(Findings findings, String timeColumn) {
        this.findings = findings;
        this.timeColumn = timeColumn;
    }

    void note(DeliveryCalendar calendar, long start, long line) {
        if (!calendar.date().equals(date)) {
            finishDay();
            date = calendar.date();
            minutes = calendar.minutes();
            rows = 0;
            hourly = true;
            firstLine = line;
        }
        rows++;
        hourly = hourly && calendar.onHour(start);
    }

    /** To be called once more after the last row. */
    void finishDay() {
        if (minutes < 60 && hourly && rows >= ENOUGH_ROWS) {
            findings.add(
                    ImportErrorCode.RESOLUTION_MISMATCH,
                    firstLine,
                    Optional.of(timeColumn),
                    "The rows of " + date + " are hourly, the product's periods have " + minutes
                            + " minutes: give minutes=60 to import hours",
                    Optional.empty());
        }
        rows = 0;
    }
}
