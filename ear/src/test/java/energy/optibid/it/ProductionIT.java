package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Servers of their own in production: what they refuse, and how the first operator comes in. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class ProductionIT {
    private static final String KEY = "b25seSBmb3IgdGhlIHRlc3RzLCBub3QgYSBzZWNyZXQ=";
    private static final String DEVELOPMENT_KEY = "b3B0aWJpZC1kZXZlbG9wbWVudC1rZXktbm90LXNlY3I=";
    private static final String PASSWORD = "correct horse battery staple 1851";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_.-]{30,})");

    /** Each server has a folder and so a log of its own. */
    private static int started;

    @Test
    void startShouldBeRefusedInOneLineWhenTheSchemaIsBehind() throws IOException {
        try (Guard guard = new Guard()) {
            Database database = Database.start(TestFolders.IT.resolve("production"), guard);

            String reason = refusal(database, Map.of("OPTIBID_SECURITY_ENCRYPTION_KEY", KEY), guard);

            assertThat(reason)
                    .contains("is behind by", "identity-", "java -jar optibid-liquibase-cli.jar update")
                    .doesNotContain(Database.PASSWORD);
        }
    }

    @Test
    void startShouldNameEverythingThatIsUnsafeAtOnce() throws IOException {
        try (Guard guard = new Guard()) {
            Database database = migrated(guard);
            database.execute(
                    "insert into organisations (id, name, created_at) values"
                            + " ('11111111-1111-1111-1111-111111111111', 'Demo Energy', now())",
                    "insert into users (id, organisation_id, email, display_name, password_hash, status, created_at)"
                            + " values ('22222222-2222-2222-2222-222222222222', '11111111-1111-1111-1111-111111111111',"
                            + " 'trader@demo.optibid', 'T', 'x', 'active', now()),"
                            + " ('33333333-3333-3333-3333-333333333333', '11111111-1111-1111-1111-111111111111',"
                            + " 'viewer@harbour.optibid', 'V', 'x', 'active', now())");

            String reason = refusal(
                    database,
                    Map.of(
                            "OPTIBID_SECURITY_ENCRYPTION_KEY", DEVELOPMENT_KEY,
                            "OPTIBID_DATABASE_PASSWORD", "postgres",
                            "OPTIBID_WEB_ALLOWED_ORIGINS", "*, http://desk.example.com",
                            "OPTIBID_IDENTITY_SECURE_COOKIES", "false"),
                    guard);

            assertThat(reason)
                    .contains(
                            "optibid.security.encryption-key",
                            "optibid.database.password",
                            "optibid.web.allowed-origins is \"*\"",
                            "http://desk.example.com",
                            "optibid.identity.secure-cookies",
                            "trader@demo.optibid",
                            "viewer@harbour.optibid")
                    .doesNotContain(DEVELOPMENT_KEY);
        }
    }

    @Test
    void firstOperatorShouldComeInByTheCommandsLinkAndNobodyElse() throws Exception {
        try (Guard guard = new Guard()) {
            Database database = migrated(guard);
            Map<String, String> environment =
                    environment(database, Map.of("OPTIBID_SECURITY_ENCRYPTION_KEY", KEY, "ENABLE_WEBSOCKET", "false"));
            MicroForm.Instance instance = MicroForm.start("production-" + ++started, environment, guard);
            try {
                assertThat(instance.awaitReady(Duration.ofMinutes(4)))
                        .as(TestFolders.tail(instance.log(), 40))
                        .isTrue();
                assertThat(post(
                                instance.base(),
                                "auth/register",
                                "{\"organisationName\":\"Self\",\"displayName\":\"S\",\"email\":\"s@self.example\","
                                        + "\"password\":\"" + PASSWORD + "\"}"))
                        .contains("registration-closed");

                assertThatThrownBy(() -> PushClient.open(PushClient.handshake(), instance.base(), "prices"))
                        .isInstanceOfSatisfying(
                                PushClient.Refused.class,
                                refused -> assertThat(refused.status()).isEqualTo(404));

                SchemaCommand created = SchemaCommand.run(
                        database,
                        Map.of(),
                        "create-operator",
                        "--email",
                        "op@platform.example",
                        "--name",
                        "Olga Operator",
                        "--console",
                        instance.base().toString());
                assertThat(created.exitCode()).as(created.output()).isZero();
                Matcher token = TOKEN.matcher(created.output());
                assertThat(token.find()).as(created.output()).isTrue();

                String accepted = "{\"token\":\"" + token.group(1) + "\",\"displayName\":\"Olga\",\"password\":\""
                        + PASSWORD + "\"}";
                assertThat(post(instance.base(), "auth/accept-invitation", accepted))
                        .doesNotContain("\"code\"");
                assertThat(post(instance.base(), "auth/accept-invitation", accepted))
                        .contains("\"code\"");
                assertThat(post(
                                instance.base(),
                                "auth/login",
                                "{\"email\":\"op@platform.example\",\"password\":\"" + PASSWORD + "\"}"))
                        .contains("\"operator\"", "accessToken");
            } finally {
                instance.server().close();
            }
        }
    }

    private static Database migrated(Guard guard) throws IOException {
        Database database = Database.start(TestFolders.IT.resolve("production"), guard);
        SchemaCommand update = SchemaCommand.run(database, Map.of(), "update");
        assertThat(update.exitCode()).as(update.output()).isZero();
        SchemaCommand admit = SchemaCommand.run(database, Map.of(), "admit", Database.USER);
        assertThat(admit.exitCode()).as(admit.output()).isZero();
        return database;
    }

    private static Map<String, String> environment(Database database, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("ENVIRONMENT", "production");
        environment.putAll(settings);
        return environment;
    }

    /** The one line of the log that says why the server did not start. */
    private static String refusal(Database database, Map<String, String> settings, Guard guard) throws IOException {
        MicroForm.Instance instance =
                MicroForm.start("production-" + ++started, environment(database, settings), guard);
        try {
            Patience.until(() -> log(instance), log -> log.contains("ready in") || !isAlive(instance));
            assertThat(instance.awaitReady(Duration.ofSeconds(1))).as("ready").isFalse();
            assertQuiet(instance.base());
        } finally {
            instance.server().close();
        }
        List<String> reasons = Files.readAllLines(instance.log()).stream()
                .filter(line -> line.contains("OptiBid does not start"))
                .toList();
        assertThat(reasons).hasSize(1);
        return reasons.get(0);
    }

    /** The server is there and the application is not: what it says names neither a product nor a version. */
    private static void assertQuiet(URI base) throws IOException {
        assertThat(RawHttp.send(base, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .contains("OptiBid")
                .doesNotContainIgnoringCase("payara", "glassfish", "\nserver:");
    }

    private static String post(URI base, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static boolean isAlive(MicroForm.Instance instance) {
        return instance.server().process().isAlive();
    }

    private static String log(MicroForm.Instance instance) {
        return TestFolders.tail(instance.log(), Integer.MAX_VALUE);
    }
}
