package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The system's Chromium with one page open, which keeps what the page complained of. */
final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final Path AXE =
            Path.of(System.getProperty("optibid.ui", "ui")).resolve("node_modules/axe-core/axe.min.js");
    /** The page asks whether its cookie opens a session, or whether there is a thing; the browser calls a no an error. */
    private static final Pattern PLAIN_NO =
            Pattern.compile("/api/v1/(auth/refresh|organisations/[^/]+/identity-provider)");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final double PATIENCE_MS = 120_000;

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    static {
        // A machine with too much to do takes longer than the 5 s that a locator is given otherwise.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private Chromium(Playwright playwright, BrowserContext context) {
        this.playwright = playwright;
        this.context = context;
        this.page = tab();
    }

    /** One more tab of the same browser, with the same cookies. */
    Page tab() {
        Page tab = context.newPage();
        watch(tab);
        return tab;
    }

    private void watch(Page page) {
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> {
            boolean complaint = message.type().equals("error") || message.type().equals("warning");
            if (complaint && !PLAIN_NO.matcher(message.location()).find()) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
    }

    /** Opens a window of a desk's usual size. Skips the test where there is no Chromium, and fails it in CI. */
    static Chromium open(ColorScheme scheme) {
        require(Files.isExecutable(EXECUTABLE), "there is no " + EXECUTABLE + ": install Debian's package chromium");
        require(Files.isReadable(AXE), "there is no " + AXE + ": the console was not built (-Dui.skip)");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(EXECUTABLE)
                            .setTimeout(PATIENCE_MS)
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            // An address of its own, as a proxy would tell it: the limits of one browser are not another's.
            BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setViewportSize(1280, 720)
                    .setColorScheme(scheme)
                    .setExtraHTTPHeaders(Map.of("X-Forwarded-For", "10.78.0." + NUMBER.incrementAndGet())));
            return new Chromium(playwright, context);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    private static void require(boolean present, String reason) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as(reason).isTrue();
        }
        assumeTrue(present, reason);
    }

    Page page() {
        return page;
    }

    /** Errors and warnings of the page's console, refused styles and scripts among them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What axe calls serious or critical on the page as it stands. */
    List<String> accessibilityViolations() {
        page.evaluate(axe());
        Object found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                + ".filter(each => ['serious', 'critical'].includes(each.impact))"
                + ".map(each => each.id + ': ' + each.nodes.map(node => node.target.join(' ')).join(', '))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of the page beside the server's log, for people. */
    void picture(String name) {
        Path folder = TestFolders.IT.resolve("console-" + System.getProperty("optibid.form", ""));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
