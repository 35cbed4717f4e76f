package energy.optibid.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console hears of changes by its WebSocket, in a real browser, on the real product. */
class ConsoleLiveIT {
    private static final LocalDate DAY = LocalDate.parse("2024-07-10");

    /** While it is live, the page asks once a minute: what it asks before that, it was told to. */
    private static final double BEFORE_IT_ASKS_MS = 45_000;

    @Test
    void runOfSomebodyElseShouldBeShownBeforeThePageWouldAsk() {
        BidRuns.prices("NO1", DAY.minusDays(14), DAY, 60, BidRuns::shaped);
        String battery = BidRuns.battery("NO1");
        try (Chromium chromium = Chromium.open(ColorScheme.LIGHT)) {
            Page page = chromium.page();
            logIn(page);
            assertThat(live(page)).isVisible();
            page.waitForRequest(
                    request -> request.url().contains("/api/v1/bid-runs"),
                    new Page.WaitForRequestOptions().setTimeout(BEFORE_IT_ASKS_MS),
                    () -> BidRuns.accepted(BidRuns.start(battery, DAY, "")));
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void lossShouldBeSaidAndEndByAPress(ColorScheme scheme) {
        AtomicBoolean blocked = new AtomicBoolean();
        List<WebSocketRoute> connections = new CopyOnWriteArrayList<>();
        try (Chromium chromium = Chromium.open(scheme)) {
            Page page = chromium.page();
            page.clock().install();
            page.routeWebSocket("**/ws/desk", socket -> {
                connections.add(socket);
                if (blocked.get()) {
                    socket.close();
                } else {
                    socket.connectToServer();
                }
            });
            logIn(page);
            assertThat(live(page)).isVisible();
            chromium.picture("live-" + scheme.name().toLowerCase(Locale.ROOT));

            blocked.set(true);
            connections.get(0).close();

            Locator again = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"));
            assertThat(page.getByText("Not live, trying again")).isVisible();
            assertThat(again).isVisible();
            chromium.picture("not-live-" + scheme.name().toLowerCase(Locale.ROOT));
            assertThat(chromium.accessibilityViolations()).isEmpty();

            // From here on the page does not try by itself any more: a minute later, its clock stands still.
            page.clock().pauseAt(System.currentTimeMillis() + 60_000);
            blocked.set(false);
            again.click();

            assertThat(live(page)).isVisible();
            assertThat(again).isHidden();
        }
    }

    private static Locator live(Page page) {
        return page.getByText("Live", new Page.GetByTextOptions().setExact(true));
    }

    private static void logIn(Page page) {
        page.navigate(ServerUnderTest.base().toString());
        page.getByLabel("E-mail").fill("trader@demo.optibid");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("optibid-demo-2026");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
    }
}
