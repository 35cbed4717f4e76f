package energy.optibid.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator keeps the rules of a market, and an administrator tells everybody, in a browser; the same on both forms. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class ConsoleMarketsIT {

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void rulesShouldBeAddedFromTheNewestOnes(ColorScheme scheme) {
        String firstDay = scheme == ColorScheme.LIGHT ? "2097-01-01" : "2098-01-01";
        try (Chromium chromium = Chromium.open(scheme)) {
            Page page = chromium.page();
            logIn(page, "admin@demo.optibid");
            page.navigate(ServerUnderTest.base() + "/#/markets");
            Locator gates = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Coming gates"));
            assertThat(gates.getByText("SDAC", new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
            picture(chromium, "gates", scheme);

            gates.getByText("PJM_DA").click();
            button(page, "Add rules").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("First delivery day").fill(firstDay);
            dialog.getByLabel("Highest price").fill("-1");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add"))
                    .click();
            assertThat(dialog.getByText("The highest price must be above the lowest."))
                    .isVisible();
            picture(chromium, "new-rules", scheme);
            dialog.getByLabel("Highest price").fill("2000");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add"))
                    .click();

            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions()
                                    .setName("Delivery from " + firstDay)
                                    .setExact(true)))
                    .isVisible();
            picture(chromium, "rules", scheme);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void fileShouldBeImportedAndItsRowsThatDoNotFitShown(ColorScheme scheme) {
        String price = scheme == ColorScheme.LIGHT ? "2870.24" : "2871.24";
        String rows = """
                Date,Hour,Time Block,N1 (Rs/MWh),MCP (Rs/MWh)
                01-06-2024,1,00:00 - 00:15,%1$s,%1$s
                ,,00:15 - 00:30,10000.01,"<b>שלום</b> %2$s"
                """.formatted(price, "x".repeat(300));
        try (Chromium chromium = Chromium.open(scheme)) {
            Page page = chromium.page();
            logIn(page, "admin@demo.optibid");
            page.navigate(ServerUnderTest.base() + "/#/markets/files");
            button(page, "Import a file").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Kind").selectOption("iex-prices");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("dam.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Import"))
                    .click();
            assertThat(dialog.getByText(
                                    "2 rows read: 2 prices stored and 0 revised in 2 zones, 1 row in the quarantine.")
                            .or(dialog.getByText(
                                    "2 rows read: 0 prices stored and 2 revised in 2 zones, 1 row in the quarantine.")))
                    .isVisible();
            picture(chromium, "import-file", scheme);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                    .last()
                    .click();

            button(page, "Show 1 rows in the quarantine").first().click();
            assertThat(page.getByText("Prices lie between")
                            .or(page.getByText("The price is no number"))
                            .first())
                    .isVisible();
            picture(chromium, "files", scheme);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void alertShouldBeOnOthersPagesAtOnceAndGoWhenItIsWithdrawn(ColorScheme scheme) {
        String text = "Gate at 11:30 today <b>שלום</b> " + scheme + " " + "x".repeat(120);
        try (Chromium others = Chromium.open(scheme);
                Chromium own = Chromium.open(scheme)) {
            Page viewer = others.page();
            logIn(viewer, "viewer@demo.optibid");
            Page admin = own.page();
            logIn(admin, "admin@demo.optibid");
            admin.navigate(ServerUnderTest.base() + "/#/organisation");

            admin.getByLabel("Message").fill(text);
            admin.getByLabel("Severity").selectOption("critical");
            button(admin, "Raise").click();

            assertThat(banner(viewer).getByText(text)).isVisible();
            picture(others, "alert", scheme);
            picture(own, "alert-form", scheme);
            banner(admin)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw"))
                    .first()
                    .click();
            admin.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw"))
                    .click();
            assertThat(banner(viewer).getByText(text)).isHidden();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void qualityShouldShowWhatIsWrongWithTheSeriesOfAZone(ColorScheme scheme) {
        importHoursWithoutTheRepeatedOne();
        try (Chromium chromium = Chromium.open(scheme)) {
            Page page = chromium.page();
            logIn(page, "viewer@demo.optibid");
            page.navigate(ServerUnderTest.base() + "/#/markets");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Quality"))
                    .click();
            assertThat(page.getByText("Choose a product, a zone and days, and press Show."))
                    .isVisible();

            field(page, "Product").selectOption("SDAC");
            field(page, "Zone").selectOption("IT_SUD");
            field(page, "First day").fill("2024-10-27");
            field(page, "Last day").fill("2024-10-27");
            button(page, "Show").click();

            Locator findings = page.getByRole(
                    AriaRole.REGION,
                    new Page.GetByRoleOptions().setName("Findings").setExact(true));
            assertThat(findings.getByText("the second 02:00 to 03:00 is missing"))
                    .isVisible();
            assertThat(page.getByText("24 of 25")).isVisible();
            picture(chromium, "quality", scheme);
        }
    }

    private static void importHoursWithoutTheRepeatedOne() {
        Instant start = Instant.parse("2024-10-26T22:00:00Z");
        StringBuilder csv = new StringBuilder("time,price\n");
        for (int hour = 0; hour < 25; hour++) {
            if (hour != 3) {
                csv.append(start.plus(Duration.ofHours(hour)))
                        .append(',')
                        .append(50 + hour)
                        .append('\n');
            }
        }
        Answer imported = Api.as("admin")
                .post(
                        "/api/v1/market-data/imports?product=SDAC&zone=IT_SUD&time=time&timeZone=UTC&price=price",
                        "text/csv",
                        BodyPublishers.ofString(csv.toString()));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator banner(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Alerts"));
    }

    private static void picture(Chromium chromium, String name, ColorScheme scheme) {
        chromium.picture(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThat(chromium.accessibilityViolations()).as(name).isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void logIn(Page page, String email) {
        page.navigate(ServerUnderTest.base().toString());
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("optibid-demo-2026");
        button(page, "Log in").click();
        assertThat(button(page, "Log out")).isVisible();
    }
}
