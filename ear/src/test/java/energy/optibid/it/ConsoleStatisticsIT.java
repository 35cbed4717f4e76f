package energy.optibid.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A quant compares the prices of zones in a browser; the same on both forms. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class ConsoleStatisticsIT {

    private static final String LONG_DAY = "2024-10-27";
    private static final int HOURS = 25;

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void firstVisitShouldShowTheLastDaysWithPrices(ColorScheme scheme) {
        importHours("NO5", -5);
        try (Chromium chromium = Chromium.open(scheme)) {
            Page page = chromium.page();
            logIn(page);
            page.navigate(ServerUnderTest.base() + "/#/markets");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Statistics"))
                    .click();
            assertThat(region(page, "Statistics of prices")).isVisible();
            assertThat(region(page, "Chart of duration curves")).isVisible();
            assertThat(page.url()).contains("/#/markets/statistics?product=");
            assertThat(page.getByText("Loading")).hasCount(0);
            picture(chromium, "statistics-first", scheme);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void zonesOfAnAddressShouldBeComparedOnTheLongDay(ColorScheme scheme) {
        importHours("NO5", -5);
        importHours("NO4", 100);
        try (Chromium chromium = Chromium.open(scheme)) {
            Page page = chromium.page();
            logIn(page);
            page.navigate(ServerUnderTest.base() + "/#/markets/statistics?product=SDAC&zone=NO5&firstDeliveryDate="
                    + LONG_DAY + "&lastDeliveryDate=" + LONG_DAY);
            assertThat(row(page, "Below zero h")).containsText("5");
            assertThat(row(page, "Below zero h")).containsText("20.0 %");
            assertThat(row(page, "Highest EUR/MWh")).containsText("2024-10-27 23:00 CET");
            assertThat(page.getByText("Choose a second zone")).isVisible();

            Locator zones = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Zones"));
            zones.fill("NO4");
            zones.press("ArrowDown");
            zones.press("Enter");
            zones.press("Escape");
            button(page, "Show").click();
            assertThat(region(page, "Spreads of zones").getByText("−105.00").first())
                    .isVisible();
            assertThat(page.url()).contains("zone=NO5&zone=NO4");

            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("at least so much"))
                    .press("Home");
            assertThat(page.getByText("At least, 0.0 % of the time · EUR/MWh")).isVisible();
            picture(chromium, "statistics", scheme);
            page.goBack();
            assertThat(page.getByText("Choose a second zone")).isVisible();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void manyZonesShouldFitAndThoseWithoutPricesSaySo(ColorScheme scheme) {
        importHours("NO5", -5);
        try (Chromium chromium = Chromium.open(scheme)) {
            Page page = chromium.page();
            logIn(page);
            page.navigate(ServerUnderTest.base()
                    + "/#/markets/statistics?product=SDAC&zone=NO5&zone=NO1&zone=NO2&zone=NO3&zone=IT_CNOR&zone=IT_CSUD"
                    + "&zone=IT_CALA&zone=IE_SEM&firstDeliveryDate=" + LONG_DAY + "&lastDeliveryDate=" + LONG_DAY);
            assertThat(region(page, "Statistics of prices")).isVisible();
            assertThat(region(page, "Spreads of zones")).isVisible();
            assertThat(region(page, "Chart of duration curves")).isVisible();
            picture(chromium, "statistics-many", scheme);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            page.navigate(
                    ServerUnderTest.base()
                            + "/#/markets/statistics?product=SDAC&zone=NO5&firstDeliveryDate=2024-10-01&lastDeliveryDate=2024-10-02");
            assertThat(page.getByText("There is no price of NO5 in these days."))
                    .isVisible();
            picture(chromium, "statistics-none", scheme);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** Hourly prices of the long day, each one more than the one before. */
    private static void importHours(String zone, int firstPrice) {
        Instant start = Instant.parse("2024-10-26T22:00:00Z");
        StringBuilder csv = new StringBuilder("time,price\n");
        for (int hour = 0; hour < HOURS; hour++) {
            csv.append(start.plus(Duration.ofHours(hour)))
                    .append(',')
                    .append(firstPrice + hour)
                    .append('\n');
        }
        Answer imported = Api.as("admin")
                .post(
                        "/api/v1/market-data/imports?product=SDAC&zone=" + zone + "&time=time&timeZone=UTC&price=price",
                        "text/csv",
                        BodyPublishers.ofString(csv.toString()));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
    }

    private static Locator region(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator row(Page page, String title) {
        return region(page, "Statistics of prices")
                .getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName(title));
    }

    private static void picture(Chromium chromium, String name, ColorScheme scheme) {
        chromium.picture(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThat(chromium.accessibilityViolations()).as(name).isEmpty();
    }

    private static void logIn(Page page) {
        page.navigate(ServerUnderTest.base().toString());
        page.getByLabel("E-mail").fill("viewer@demo.optibid");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("optibid-demo-2026");
        button(page, "Log in").click();
        assertThat(button(page, "Log out")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
