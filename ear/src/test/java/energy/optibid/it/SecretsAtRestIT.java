package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.internal.factor.Totp;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole content of the database, every column of every table, holds none of the secrets that went through the API. */
class SecretsAtRestIT {
    private static final String TABLES = "select quote_ident(relname) from pg_class where relkind in ('r', 'p')"
            + " and not relispartition and relnamespace = 'public'::regnamespace order by 1";

    private static final Pattern LINK = Pattern.compile("obl_[A-Za-z0-9_-]{20,}");

    @Test
    void databaseShouldHoldNoSecretInTheClearWhenTheApiWasUsed() throws SQLException {
        Map<String, String> secrets = new LinkedHashMap<>();
        logIn(secrets);
        refuseLogIn(secrets);
        Api user = invite(secrets);
        makeApiKey(user, secrets);
        enrol(user, secrets);
        forgetPassword(secrets);

        Map<String, String> forms = new LinkedHashMap<>();
        secrets.forEach((name, secret) -> forms(name, secret, forms));
        assertThat(findings(forms)).isEmpty();
        assertThat(findings(Map.of("a name, to see that the search finds", "Demo Energy")))
                .isNotEmpty();
    }

    private static void logIn(Map<String, String> secrets) {
        Answer answer = post("/api/v1/auth/login", "trader@demo.optibid", "optibid-demo-2026");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        secrets.put("password", "optibid-demo-2026");
        secrets.put("access token", answer.json().get("accessToken").asText());
        answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("refresh"))
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1).split(";", -1)[0])
                .filter(value -> !value.isEmpty())
                .forEach(value -> secrets.put("refresh token", value));
    }

    private static void refuseLogIn(Map<String, String> secrets) {
        String mistyped = "mistyped-" + UUID.randomUUID();
        assertThat(post("/api/v1/auth/login", "viewer@demo.optibid", mistyped).status())
                .isEqualTo(401);
        secrets.put("mistyped password", mistyped);
    }

    /** An invitation whose link is told again for its Idempotency-Key, accepted; then a password that is changed. */
    private static Api invite(Map<String, String> secrets) {
        String email = "secret-" + UUID.randomUUID() + "@demo.example";
        Answer invited = Api.as("admin")
                .post("/api/v1/users", "{\"email\":\"" + email + "\",\"displayName\":\"Sela\",\"roles\":[\"viewer\"]}");
        assertThat(invited.status()).as(invited.toString()).isEqualTo(201);
        Answer link = renewInvitation(invited.json().get("id").asText());
        String token = link.json().get("link").asText().replaceAll(".*(obl_[A-Za-z0-9_-]+).*", "$1");
        assertThat(token).startsWith("obl_");
        secrets.put("token of an invitation", token);

        String first = "first password " + UUID.randomUUID();
        secrets.put("first password", first);
        Answer accepted = Api.anonymous()
                .post(
                        "/api/v1/auth/accept-invitation",
                        "{\"token\":\"" + token + "\",\"displayName\":\"Sela\",\"password\":\"" + first + "\"}");
        assertThat(accepted.status()).as(accepted.toString()).isBetween(200, 299);
        return changePassword(email, first, secrets);
    }

    private static Answer renewInvitation(String userId) {
        Api admin = Api.as("admin");
        Answer link = admin.send(admin.request("/api/v1/users/" + userId + "/invitation")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.noBody()));
        assertThat(link.status()).as(link.toString()).isEqualTo(200);
        return link;
    }

    private static Api changePassword(String email, String first, Map<String, String> secrets) {
        Answer access = post("/api/v1/auth/login", email, first);
        assertThat(access.status()).as(access.toString()).isEqualTo(200);
        String second = "second password " + UUID.randomUUID();
        secrets.put("second password", second);
        Answer changed = Api.withToken(access.json().get("accessToken").asText())
                .post(
                        "/api/v1/auth/change-password",
                        "{\"currentPassword\":\"" + first + "\",\"newPassword\":\"" + second + "\"}");
        assertThat(changed.status()).as(changed.toString()).isBetween(200, 299);
        return Api.withToken(post("/api/v1/auth/login", email, second)
                .json()
                .get("accessToken")
                .asText());
    }

    /** With an Idempotency-Key, so that the answer with the key is kept too. */
    private static void makeApiKey(Api user, Map<String, String> secrets) {
        Answer created = user.send(user.request("/api/v1/api-keys")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"name\":\"Desk\",\"roles\":[\"viewer\"]}")));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        String key = created.json().get("key").asText();
        secrets.put("API key", key);
        secrets.put("secret part of the API key", key.substring(key.lastIndexOf('_') + 1));
        Answer exchanged = Api.anonymous().post("/api/v1/auth/token", "{\"apiKey\":\"" + key + "\"}");
        assertThat(exchanged.status()).as(exchanged.toString()).isEqualTo(200);
        secrets.put(
                "access token of the API key",
                exchanged.json().get("accessToken").asText());
    }

    private static void enrol(Api user, Map<String, String> secrets) {
        String password = "{\"password\":\"" + secrets.get("second password") + "\"}";
        String secret = user.post("/api/v1/auth/mfa/enrolment", password)
                .json()
                .get("secret")
                .asText();
        byte[] bytes = SecondFactorIT.bytes(secret);
        Answer enrolled = user.post(
                "/api/v1/auth/mfa/enrolment/confirm",
                "{\"code\":\"" + SecondFactorIT.code(bytes, Totp.step(Instant.now())) + "\"}");
        assertThat(enrolled.status()).as(enrolled.toString()).isEqualTo(200);
        secrets.put("TOTP secret", secret);
        secrets.put("bytes of the TOTP secret", HexFormat.of().formatHex(bytes));
        enrolled.json().get("recoveryCodes").forEach(code -> {
            secrets.put("recovery code " + code.asText(), code.asText());
            secrets.put(
                    "letters of the recovery code " + code.asText(),
                    code.asText().replace("-", ""));
        });
    }

    /** Development shows the mails with their links; the viewer is not logged in by password here any more. */
    private static void forgetPassword(Map<String, String> secrets) {
        assertThat(Api.anonymous()
                        .post("/api/v1/auth/forgot-password", "{\"email\":\"viewer@demo.optibid\"}")
                        .status())
                .isEqualTo(202);
        String mails =
                Patience.until(() -> Api.as("admin").get("/api/v1/mails").body(), body -> body.contains("reset"));
        Matcher links = LINK.matcher(mails);
        while (links.find()) {
            secrets.put("token of a mail " + links.group(), links.group());
        }
        assertThat(secrets.keySet()).anyMatch(name -> name.startsWith("token of a mail"));
    }

    private static Answer post(String path, String email, String password) {
        return Api.anonymous().post(path, "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    /** As it is, in base64, and in hexadecimal digits, as a bytea is shown. */
    private static void forms(String name, String secret, Map<String, String> forms) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.put(name, secret);
        forms.put(name + " in hexadecimal digits", HexFormat.of().formatHex(bytes));
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        forms.put(name + " in base64", base64.encodeToString(bytes).substring(0, bytes.length * 4 / 3 - 4));
        String last = secret.substring(secret.lastIndexOf('.') + 1);
        if (!last.equals(secret)) {
            forms.put(name + ", its signature", last);
        }
    }

    private static List<String> findings(Map<String, String> forms) throws SQLException {
        List<String> findings = new ArrayList<>();
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            List<String> tables = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("users", "audit_entries", "idempotency_keys");
            for (String table : tables) {
                search(connection, table, forms, findings);
            }
        }
        return findings;
    }

    private static void search(Connection connection, String table, Map<String, String> forms, List<String> findings)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    String row = rows.getString(1);
                    forms.forEach((name, form) -> {
                        if (row.contains(form)) {
                            findings.add(name + " in " + table);
                        }
                    });
                }
            }
        }
    }
}
