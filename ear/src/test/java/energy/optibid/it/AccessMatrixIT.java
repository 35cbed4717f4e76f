package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.AccessMatrix.Operation;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every deployed operation with every role, without a token, with a bad one, and with one of another organisation. */
class AccessMatrixIT {
    /** Ends the session of whoever calls it: called with a token of its own. */
    private static final Set<String> ENDING = Set.of("POST /auth/logout", "DELETE /sessions");

    private static final Map<String, Api> BY_ROLE = new TreeMap<>();

    @BeforeAll
    static void logIn() {
        for (String role : List.of("viewer", "analyst", "trader", "approver")) {
            BY_ROLE.put(role, Api.as(role));
        }
        BY_ROLE.put("administrator", Users.administratorOfNewOrganisation().api());
        BY_ROLE.put("operator", Users.operatorByCommand().api());
    }

    @Test
    void matrixShouldListWhatIsDeployed() {
        JsonNode paths = Api.anonymous()
                .send(Api.anonymous()
                        .request("/openapi")
                        .header("Accept", "application/json")
                        .GET())
                .json()
                .get("paths");
        Set<String> served = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> served.add(method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceFirst("^/api/v1", ""))));

        Set<String> listed = new TreeSet<>();
        AccessMatrix.operations().forEach(operation -> listed.add(operation.key()));

        assertThat(listed).isEqualTo(served);
    }

    @Test
    void operationShouldLetInRolesOfItsRowOnly() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : AccessMatrix.operations()) {
            for (String role : AccessMatrix.roles()) {
                Answer answer = call(
                        caller(operation, role), operation, UUID.randomUUID().toString());
                boolean refused = answer.status() == 403 && code(answer).equals("forbidden");
                boolean unknown = answer.status() == 401 && code(answer).equals("not-authenticated");
                if (refused == operation.roles().contains(role) || unknown || answer.status() >= 500) {
                    wrong.add(operation.key() + " as " + role + ": " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void operationShouldNeedGoodTokenUnlessItIsOpen() {
        String token = Users.accessToken("viewer@demo.optibid");
        Map<String, Api> callers = new TreeMap<>(Map.of(
                "without a token", Api.anonymous(),
                "with an altered token", Api.withToken(altered(token)),
                "with an expired token", Api.withToken(Users.expiredToken(token))));
        List<String> wrong = new ArrayList<>();
        for (Operation operation : AccessMatrix.operations()) {
            callers.forEach((who, caller) -> {
                boolean mayBeOpen = operation.open() && who.equals("without a token");
                Answer answer = call(caller, operation, UUID.randomUUID().toString());
                boolean unknown = answer.status() == 401 && code(answer).equals("not-authenticated");
                if (unknown == mayBeOpen || answer.status() >= 500) {
                    wrong.add(operation.key() + " " + who + ": " + answer.status() + " " + answer.body());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void openOperationsShouldAskForWhatStandsInForTheToken() {
        Api anyone = Api.anonymous();
        assertThat(code(anyone.post("/api/v1/auth/logout", "{}"))).isEqualTo("cross-site-refused");
        assertThat(code(anyone.post("/api/v1/auth/refresh", ""))).isEqualTo("cross-site-refused");
        assertThat(code(anyone.post("/api/v1/auth/mfa/enrolment", "{}"))).isEqualTo("not-authenticated");
        assertThat(code(anyone.post("/api/v1/auth/mfa/enrolment", "{\"challenge\":\"of no log-in\"}")))
                .isEqualTo("challenge-refused");
    }

    @Test
    void thingsOfOthersShouldNotBeThereWhenTokenIsOfAnotherOrganisation() {
        Api owner = Api.as("admin");
        Api stranger = Objects.requireNonNull(BY_ROLE.get("administrator"));
        List<String> wrong = new ArrayList<>();
        for (Operation operation : AccessMatrix.operations()) {
            Optional<String> id = operation.hasId() && operation.roles().contains("administrator")
                    ? existing(owner, operation)
                    : Optional.empty();
            id.ifPresent(existing -> {
                Answer answer = call(stranger, operation, existing);
                if (answer.status() < 400 || answer.status() >= 500) {
                    wrong.add(operation.key() + ": " + answer.status() + " " + answer.body());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** The id of something of the owner's in the list that the operation's path begins with; absent where it has none. */
    private static Optional<String> existing(Api owner, Operation operation) {
        String list = operation.path().substring(0, operation.path().indexOf("/{"));
        boolean belongsToPlatform = Set.of(
                        "/market-data/files", "/market-data/imports", "/products", "/zones", "/markets")
                .contains(list);
        boolean listed =
                AccessMatrix.operations().stream().anyMatch(other -> other.key().equals("GET " + list));
        if (belongsToPlatform || !listed) {
            return Optional.empty();
        }
        Answer answer = owner.get("/api/v1" + list);
        if (answer.status() != 200) {
            return Optional.empty();
        }
        JsonNode id = answer.json().at("/items/0/id");
        return id.isMissingNode() ? Optional.empty() : Optional.of(id.asText());
    }

    private static Api caller(Operation operation, String role) {
        boolean ends = ENDING.contains(operation.key());
        boolean demo = !role.equals("administrator") && !role.equals("operator");
        return ends && demo
                ? Api.withToken(Users.accessToken(role + "@demo.optibid"))
                : ends
                        ? (role.equals("operator") ? Users.operatorByCommand() : Users.administratorOfNewOrganisation())
                                .api()
                        : Objects.requireNonNull(BY_ROLE.get(role));
    }

    private static Answer call(Api caller, Operation operation, String id) {
        boolean bare = Set.of("GET", "DELETE").contains(operation.method());
        var body = bare ? BodyPublishers.noBody() : BodyPublishers.ofString(json(operation));
        var request = caller.request(operation.address(id)).method(operation.method(), body);
        request.header("X-OptiBid-Request", "1");
        if (!bare) {
            request.header("Content-Type", type(operation));
        }
        return caller.send(request);
    }

    private static String type(Operation operation) {
        return switch (operation.key()) {
            case "POST /market-data/imports", "POST /market-data/files" -> "text/csv";
            case "POST /market-data/entsoe-documents" -> "application/xml";
            default -> "application/json";
        };
    }

    /** No more than an operation needs for a decision about who calls. */
    private static String json(Operation operation) {
        return operation.key().equals("POST /auth/mfa/enrolment") ? "{\"challenge\":\"of no log-in\"}" : "{}";
    }

    private static String code(Answer answer) {
        return answer.header("Content-Type").startsWith("application/problem+json")
                ? answer.json().get("code").asText()
                : "";
    }

    /** The same token for somebody else. */
    private static String altered(String token) {
        String[] parts = token.split("\\.", -1);
        char first = parts[2].charAt(0);
        return parts[0] + "." + parts[1] + "." + (first == 'A' ? 'B' : 'A') + parts[2].substring(1);
    }
}
