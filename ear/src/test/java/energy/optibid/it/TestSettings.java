package energy.optibid.it;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** What both forms of the server under test have in their environment. */
final class TestSettings {

    /** Whoever shows it may read the metrics. */
    static final String METRICS_TOKEN = "only-for-the-tests-and-not-a-secret";

    static final Map<String, String> ENVIRONMENT = environment();

    private TestSettings() {}

    /** Besides those, what the one server has that most tests ask. */
    static Map<String, String> ofServerUnderTest() throws IOException {
        // Its folder is there before the server looks, so that a test can put a file at once.
        Files.createDirectories(TestFolders.FEEDS.resolve("market-data"));
        return Map.of("OPTIBID_FEEDS_FOLDER", TestFolders.FEEDS.toString());
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Smtp.shared().environment());
        environment.put("ENVIRONMENT", "development");
        // So that a test can come from an address of its own: see Api.from.
        environment.put("OPTIBID_WEB_TRUSTED_PROXIES", "127.0.0.1, ::1");
        // All tests together are quicker than one user: EdgeIT has addresses of its own to meet limits.
        environment.put("OPTIBID_WEB_RATE_LIMIT_USER", "100000/PT1M");
        // So that a test need not wait a minute for a run to be taken over from a node that it killed.
        environment.put("OPTIBID_BIDDING_WORKER_SILENCE", "PT3S");
        // Small, so that a test sees one file succeed another; many, so that nothing is lost to it.
        environment.put("OPTIBID_LOG_MAX_BYTES", "131072");
        environment.put("OPTIBID_LOG_FILES", "500");
        environment.put("OPTIBID_WEB_ALLOWED_ORIGINS", "https://desk.example.com");
        environment.put("OPTIBID_WEB_METRICS_TOKEN", METRICS_TOKEN);
        return Map.copyOf(environment);
    }
}
