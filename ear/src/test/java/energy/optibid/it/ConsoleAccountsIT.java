package energy.optibid.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts, sessions and assets in the console, in a real browser on the real product. */
class ConsoleAccountsIT {

    private static final String DEMO_PASSWORD = "optibid-demo-2026";
    private static final List<String> OPEN_PAGES = List.of(
            "login",
            "single-sign-on",
            "register",
            "forgot-password",
            "verify-email?token=x",
            "accept-invitation?token=x",
            "reset-password?token=x",
            "reset-password");
    private static final List<String> PAGES = List.of(
            "desk",
            "analytics",
            "markets",
            "markets/SDAC",
            "markets/files",
            "markets/sources",
            "markets/quality",
            "markets/statistics",
            "assets",
            "assets/new",
            "sites",
            "users",
            "api-keys",
            "audit",
            "organisation",
            "mails",
            "account");

    @Test
    void invitedUserShouldEnrolSecondFactorAndLogInWithIt() {
        String email = "nina-" + UUID.randomUUID() + "@demo.optibid";
        String password = "four unrelated words " + UUID.randomUUID();
        String link;
        try (Chromium chromium = Chromium.open(ColorScheme.LIGHT)) {
            link = invited(chromium.page(), email);
            assertThat(chromium.complaints()).isEmpty();
        }
        try (Chromium chromium = Chromium.open(ColorScheme.DARK)) {
            Page page = chromium.page();
            accept(page, link, password);
            logIn(page, email, password);
            String secret = enrol(page, password);
            button(page, "Log out").click();
            assertThat(button(page, "Log in")).isVisible();

            enterCredentials(page, email, password);
            // The code of the enrolment is used up: the one after it is good already.
            page.getByLabel("Six digits").fill(AuthenticatorApp.code(secret, 1));
            button(page, "Continue").click();
            assertThat(button(page, "Log out")).isVisible();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void twoTabsShouldBothStayLoggedInWhenTheyRefreshAtOnce() {
        try (Chromium chromium = Chromium.open(ColorScheme.LIGHT)) {
            Page left = chromium.page();
            logIn(left, "approver@demo.optibid", DEMO_PASSWORD);
            Page right = chromium.tab();
            right.navigate(ServerUnderTest.base().toString());
            assertThat(button(right, "Log out")).isVisible();

            for (int round = 0; round < 3; round++) {
                left.evaluate("() => { setTimeout(() => location.reload(), 50) }");
                right.reload();
                assertThat(button(left, "Log out")).isVisible();
                assertThat(button(right, "Log out")).isVisible();
            }
            assertThat(left.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
                            .toString())
                    .doesNotContain("ey");

            button(left, "Log out").click();
            assertThat(right.getByText("You have logged out in another window."))
                    .isVisible();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void assetShouldBeEditedAndTellWhatSomebodyElseChangedMeanwhile() {
        String name = "Console " + UUID.randomUUID();
        try (Chromium chromium = Chromium.open(ColorScheme.LIGHT)) {
            Page page = chromium.page();
            logIn(page, "trader@demo.optibid", DEMO_PASSWORD);
            String id = added(page, name);
            page.getByLabel(Pattern.compile("^Charging power")).fill("-1");
            button(page, "Save").click();
            assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
            button(page, "Discard").click();

            page.getByLabel("Usable capacity").fill("24.5");
            changeMeanwhile(id);
            button(page, "Save").click();
            assertThat(page.getByText("Somebody changed this meanwhile")).isVisible();
            assertThat(page.getByLabel(Pattern.compile("^Charging power"))).hasValue("12");
            assertThat(page.getByLabel("Usable capacity")).hasValue("24.5");
            chromium.picture("asset-conflict");
            button(page, "Save").click();
            assertThat(page.getByText("Saved.")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyPageShouldBeAccessible(ColorScheme scheme) {
        try (Chromium chromium = Chromium.open(scheme)) {
            Page page = chromium.page();
            for (String open : OPEN_PAGES) {
                page.navigate(ServerUnderTest.base() + "/#/" + open);
                assertThat(page.locator("h1").first()).isVisible();
                check(chromium, scheme, open);
            }
            logIn(page, "admin@demo.optibid", DEMO_PASSWORD);
            for (String inside : PAGES) {
                page.navigate(ServerUnderTest.base() + "/#/" + inside);
                assertThat(page.locator("#content")).isVisible();
                assertThat(page.getByText("Loading")).hasCount(0);
                check(chromium, scheme, inside);
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void check(Chromium chromium, ColorScheme scheme, String page) {
        String name = page.replaceAll("\\W", "-") + "-" + scheme.name().toLowerCase(Locale.ROOT);
        chromium.picture("page-" + name);
        assertThat(chromium.accessibilityViolations()).as(name).isEmpty();
        assertThat(chromium.page().evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits", name)
                .isEqualTo(true);
    }

    private static String invited(Page page, String email) {
        logIn(page, "admin@demo.optibid", DEMO_PASSWORD);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Users"))
                .click();
        button(page, "Invite a user").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("E-mail").fill(email);
        dialog.getByLabel("Name").fill("Nina New");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Invite"))
                .click();
        button(page, "Make a link to copy").click();
        return page.getByLabel("Invitation link").inputValue();
    }

    private static void accept(Page page, String link, String password) {
        page.navigate(link.replaceFirst("^.*/#", ServerUnderTest.base() + "/#"));
        assertThat(page.url()).doesNotContain("token");
        page.getByLabel("Your name").fill("Nina New");
        password(page).fill(password);
        button(page, "Accept").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Welcome")))
                .isVisible();
    }

    private static String enrol(Page page, String password) {
        page.navigate(ServerUnderTest.base() + "/#/account");
        button(page, "Set up").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Password", new Locator.GetByLabelOptions().setExact(true))
                .fill(password);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Continue"))
                .click();
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("QR code of the secret")))
                .isVisible();
        String secret =
                page.getByLabel("Secret, where the picture cannot be scanned").inputValue();
        page.getByLabel("Six digits").fill(AuthenticatorApp.code(secret, 0));
        button(page, "Confirm").click();
        page.getByLabel("I have kept them in a safe place").check();
        button(page, "Continue").click();
        assertThat(page.getByText("recovery codes are left")).isVisible();
        return secret;
    }

    private static String added(Page page, String name) {
        page.navigate(ServerUnderTest.base() + "/#/assets/new");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Bidding zone").selectOption("DE_LU");
        page.getByLabel(Pattern.compile("^Charging power")).fill("10");
        page.getByLabel("Discharging power").fill("10");
        page.getByLabel("Usable capacity").fill("20");
        page.getByLabel(Pattern.compile("^Charging efficiency")).fill("0.95");
        page.getByLabel("Discharging efficiency").fill("0.95");
        button(page, "Add").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
        return page.url().replaceFirst("^.*/assets/", "");
    }

    private static void changeMeanwhile(String asset) {
        Answer changed =
                Api.as("trader").patch("/api/v1/assets/" + asset, "\"0\"", "{\"battery\":{\"chargePowerMw\":12}}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    private static void logIn(Page page, String email, String password) {
        page.navigate(ServerUnderTest.base() + "/#/login");
        enterCredentials(page, email, password);
        assertThat(button(page, "Log out")).isVisible();
    }

    private static void enterCredentials(Page page, String email, String password) {
        page.getByLabel("E-mail").fill(email);
        password(page).fill(password);
        button(page, "Log in").click();
    }

    private static Locator password(Page page) {
        return page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
