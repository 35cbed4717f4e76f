package energy.optibid.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The console in a real browser, on the real product. */
class ConsoleIT {

    private static final double RUN_MS = 120_000;

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void deskShouldShowWholeRunWhenTraderStartsOne(ColorScheme scheme) {
        try (Chromium chromium = Chromium.open(scheme)) {
            Page page = chromium.page();
            logIn(page);
            page.getByLabel("Asset").selectOption(new SelectOption().setLabel("Demo battery · DE_LU"));
            assertThat(button(page, "Start bid run")).isEnabled();
            assertThat(page.getByLabel("Delivery date")).hasValue(Pattern.compile("\\d{4}-\\d{2}-\\d{2}"));
            button(page, "Start bid run").click();
            awaitSuccess(page);

            Locator figures = page.locator(".figure-value");
            assertThat(figures).hasCount(4);
            assertThat(figures.allInnerTexts()).allMatch(figure -> figure.matches("−?[\\d,]+\\.\\d+"));
            assertThat(page.locator(".chart canvas")).isVisible();
            assertThat(page.locator(".run .tag-simulated").first()).isVisible();
            assertThat(page.getByRole(AriaRole.TAB).filter(new Locator.FilterOptions().setHasText("Periods (")))
                    .isVisible();
            chromium.picture("run-" + scheme.name().toLowerCase(Locale.ROOT));

            assertThat(chromium.accessibilityViolations()).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void loginShouldSayWhyWhenPasswordIsWrong() {
        try (Chromium chromium = Chromium.open(ColorScheme.LIGHT)) {
            Page page = chromium.page();
            page.navigate(ServerUnderTest.base().toString());
            page.getByLabel("E-mail").fill("trader@demo.optibid");
            password(page).fill("not the password");
            button(page, "Log in").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            assertThat(chromium.accessibilityViolations()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 92, 23 h day", "2025-10-26, 100, 25 h day"})
    void chartShouldHaveEveryPeriodWhenClocksChange(LocalDate day, int periods, String badge) {
        BidRuns.prices("PT", day.minusDays(14), day, 15, BidRuns::shaped);
        String run = BidRuns.accepted(BidRuns.start(BidRuns.battery("PT"), day, ""));
        try (Chromium chromium = Chromium.open(ColorScheme.LIGHT)) {
            Page page = chromium.page();
            page.navigate(ServerUnderTest.base() + "/#/runs/" + run);
            enterCredentials(page);
            awaitSuccess(page);
            assertThat(page.getByText(badge, new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            page.getByText("Periods (" + periods + ")").click();
            assertThat(page.locator("table.data tbody tr")).hasCount(periods);
            chromium.picture("day-of-" + periods);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void logIn(Page page) {
        page.navigate(ServerUnderTest.base().toString());
        enterCredentials(page);
    }

    private static void enterCredentials(Page page) {
        page.getByLabel("E-mail").fill("trader@demo.optibid");
        password(page).fill("optibid-demo-2026");
        button(page, "Log in").click();
        assertThat(button(page, "Log out")).isVisible();
    }

    private static Locator password(Page page) {
        return page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void awaitSuccess(Page page) {
        assertThat(page.locator(".run-head .tag").first())
                .hasText("succeeded", new LocatorAssertions.HasTextOptions().setTimeout(RUN_MS));
    }
}
