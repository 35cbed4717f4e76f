package energy.optibid.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/** Makes users of the test's own, by the ways that people come by an account. */
final class Users {
    static final String PASSWORD = "seven herons over the fjord";

    static final String DEMO_PASSWORD = "optibid-demo-2026";
    private static final Path COMMAND = Path.of("../liquibase/target/optibid-liquibase-cli.jar");

    private Users() {}

    /** A user with an open account. */
    record User(Api api, String id, String organisation, String email) {}

    static String newAddress() {
        return "u" + UUID.randomUUID().toString().replace("-", "") + "@accounts.example";
    }

    /** Registered, and verified by the link of the mail. */
    static User administratorOfNewOrganisation() {
        String email = newAddress();
        Answer registered = open(
                "register",
                "{\"organisationName\":\"Organisation of " + email + "\",\"displayName\":\"Nora Nord\",\"email\":\""
                        + email + "\",\"password\":\"" + PASSWORD + "\"}");
        require(registered, 202);
        String token = Smtp.token(Smtp.shared().await(email, 0), "verify-email");
        require(open("verify-email", "{\"token\":\"" + token + "\"}"), 204);
        return logIn(email);
    }

    /** As the first operator of an installation comes to be: by the command, and the link that it prints. */
    static User operatorByCommand() {
        String email = newAddress();
        String printed = createOperator(email);
        require(accept(Smtp.token(printed, "accept-invitation")), 204);
        return logIn(email);
    }

    /** What the command prints. */
    static String createOperator(String email) {
        Database database = ServerUnderTest.database();
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        COMMAND.toString(),
                        "create-operator",
                        "--email",
                        email,
                        "--console",
                        "https://desk.example.com/")
                .redirectErrorStream(true);
        command.environment().putAll(database.environment());
        command.environment().put("OPTIBID_DATABASE_USER", Database.OWNER);
        try {
            Process process = command.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static Answer accept(String token) {
        return accept(token, PASSWORD);
    }

    static Answer accept(String token, String password) {
        return open(
                "accept-invitation",
                "{\"token\":\"" + token + "\",\"displayName\":\"Ole Ost\",\"password\":\"" + password + "\"}");
    }

    /** The path of a user who was invited and has not accepted. */
    static String invited(User administrator, String role) {
        Answer invited = administrator.api().post("/api/v1/users", invitation(newAddress(), "\"" + role + "\""));
        return "/api/v1/users/" + invited.json().get("id").asText();
    }

    /** A user who was invited and has accepted. */
    static User accepted(User administrator, String role) {
        String email = newAddress();
        administrator.api().post("/api/v1/users", invitation(email, "\"" + role + "\""));
        accept(Smtp.token(Smtp.shared().await(email, 0), "accept-invitation"), PASSWORD);
        return logIn(email);
    }

    /**
     * The body of an invitation.
     *
     * @param roles each in its quotes
     */
    static String invitation(String email, String roles) {
        return "{\"email\":\"" + email + "\",\"displayName\":\"Ole Ost\",\"roles\":[" + roles + "]}";
    }

    /** The access token is of no use any more, within two seconds or so. */
    static void assertEnds(Api api) {
        Patience.until(() -> api.get("/api/v1/auth/me").status(), status -> status == 401);
    }

    static User logIn(String email) {
        Answer answer = logIn(email, PASSWORD);
        require(answer, 200);
        JsonNode user = answer.json().get("user");
        return new User(
                Api.withToken(answer.json().get("accessToken").asText()),
                user.get("id").asText(),
                user.at("/organisation/id").asText(),
                email);
    }

    static Answer logIn(String email, String password) {
        return open("login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    /** A new one of a demo user. */
    static String accessToken(String demoEmail) {
        Answer answer = logIn(demoEmail, DEMO_PASSWORD);
        require(answer, 200);
        return answer.json().get("accessToken").asText();
    }

    /** One that was good and is not any more. */
    static String expiredToken(String good) {
        try {
            return Objects.requireNonNull(new TokenForge(good).tokens().get("expired"));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The mail to an address, as the queue tells it. */
    static JsonNode mailTo(Api api, String email) {
        for (JsonNode mail : api.get("/api/v1/mails?limit=500").json().get("items")) {
            if (mail.get("to").asText().equals(email)) {
                return mail;
            }
        }
        throw new AssertionError("No mail to " + email);
    }

    static Answer open(String operation, String json) {
        return Api.anonymous().post("/api/v1/auth/" + operation, json);
    }

    private static void require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.toString());
        }
    }
}
