package energy.optibid.it;

import java.util.Map;

/** What both forms of the server under test have in their environment. */
final class TestSettings {

    static final Map<String, String> ENVIRONMENT = Map.of(
            "ENVIRONMENT", "development",
            // So that a test can come from an address of its own: see Api.from.
            "OPTIBID_WEB_TRUSTED_PROXIES", "127.0.0.1, ::1",
            // All tests together are quicker than one user: EdgeIT has addresses of its own to meet limits.
            "OPTIBID_WEB_RATE_LIMIT_USER", "100000/PT1M",
            "OPTIBID_WEB_ALLOWED_ORIGINS", "https://desk.example.com");

    private TestSettings() {}
}
