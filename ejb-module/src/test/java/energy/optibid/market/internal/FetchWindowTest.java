package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FetchWindowTest {
    private static final LocalDate TODAY = LocalDate.parse("2024-03-31");

    @Test
    void lastDaysShouldBeFetchedAgainAndAgain() {
        FetchWindow first = FetchWindow.next(Optional.empty(), Optional.empty(), TODAY);

        assertThat(first).isEqualTo(window("2024-03-29", "2024-04-02", "2024-03-31", true));
        assertThat(FetchWindow.next(Optional.of(first.fetchedTo()), Optional.empty(), TODAY))
                .isEqualTo(first);
        assertThat(FetchWindow.next(Optional.of(first.fetchedTo()), Optional.empty(), TODAY.plusDays(1)))
                .isEqualTo(window("2024-03-30", "2024-04-03", "2024-04-01", true));
    }

    @Test
    void daysOfAnOutageShouldBeFetchedAfterIt() {
        assertThat(FetchWindow.next(Optional.of(LocalDate.parse("2024-03-21")), Optional.empty(), TODAY))
                .isEqualTo(window("2024-03-21", "2024-04-02", "2024-03-31", true));
        assertThat(FetchWindow.next(Optional.of(LocalDate.parse("2024-02-01")), Optional.empty(), TODAY))
                .isEqualTo(window("2024-02-01", "2024-03-03", "2024-03-03", false));
    }

    @Test
    void firstDayThatIsStillToComeShouldNotDelayTheLastOnes() {
        assertThat(FetchWindow.next(Optional.empty(), Optional.of(TODAY.plusDays(40)), TODAY))
                .isEqualTo(window("2024-03-29", "2024-04-02", "2024-03-31", true));
    }

    @Test
    void historyShouldBeFetchedOnceWithoutAGap() {
        LocalDate since = LocalDate.parse("2020-01-01");
        for (int later = 0; later < 70; later++) {
            LocalDate today = since.plusDays(later);
            List<FetchWindow> windows = new ArrayList<>();
            Optional<LocalDate> fetchedTo = Optional.empty();
            do {
                windows.add(FetchWindow.next(fetchedTo, Optional.of(since), today));
                fetchedTo = Optional.of(windows.get(windows.size() - 1).fetchedTo());
            } while (!windows.get(windows.size() - 1).last());

            LocalDate end = windows.get(0).first();
            for (FetchWindow window : windows) {
                assertThat(window.first()).isBeforeOrEqualTo(end);
                assertThat(window.first()).isAfterOrEqualTo(end.minusDays(3));
                assertThat(window.end())
                        .isAfter(window.first())
                        .isBeforeOrEqualTo(window.first().plusDays(31));
                end = window.end();
            }
            assertThat(windows.get(0).first()).isBeforeOrEqualTo(since);
            assertThat(end).isEqualTo(today.plusDays(2));
        }
    }

    private static FetchWindow window(String first, String end, String fetchedTo, boolean last) {
        return new FetchWindow(LocalDate.parse(first), LocalDate.parse(end), LocalDate.parse(fetchedTo), last);
    }
}
