package energy.optibid.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** What people read of the API, served by the server itself. */
class ApiDocsIT {

    @Test
    void docsShouldShowTheOperationsWhenOpenedInABrowser() {
        try (Chromium chromium = Chromium.open(ColorScheme.LIGHT)) {
            Page page = chromium.page();
            page.navigate(ServerUnderTest.base() + "/api/docs/");

            assertThat(page.locator("#operations-bid-runs-startBidRun")).isVisible();
            chromium.picture("api-docs");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void docsShouldBeServedWhenAskedForWithoutASlash() {
        Answer answer = Api.anonymous().get("/api/docs");

        assertThat(answer.status()).isIn(200, 301, 302);
    }

    @Test
    void problemsShouldBeExplainedWhenATypeIsFollowed() {
        Answer answer = Api.anonymous().get("/api/docs/problems");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("id=\"asset-refused\"");
    }
}
