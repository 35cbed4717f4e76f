package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices and desk events pushed by the running product. */
class WebSocketIT {
    private static final AtomicInteger DAYS = new AtomicInteger();

    @AfterAll
    static void messagesShouldHaveFollowedTheDocument() {
        assertThat(PushSchemas.findings())
                .as("messages that api/docs/asyncapi.json does not allow")
                .isEmpty();
        assertThat(PushSchemas.checked()).isPositive();
    }

    @Test
    void clientShouldGetASnapshotAndThenEachImport() {
        importDay("FI");
        try (PushClient client = PushClient.open("prices", Users.accessToken("viewer@demo.optibid"))) {
            client.subscribe("FI", "");
            JsonNode snapshot = client.next("snapshot");
            assertThat(snapshot.get("zone").asText()).isEqualTo("FI");
            assertSame(snapshot.get("data").get("price"), latest("FI"));

            LocalDate day = importDay("FI");

            JsonNode price = client.next("price");
            assertThat(price.get("zone").asText()).isEqualTo("FI");
            assertThat(price.get("seq").asLong())
                    .isGreaterThan(snapshot.get("seq").asLong());
            assertSame(price.get("data").get("price"), latest("FI"));
            assertThat(price.get("data").get("changedTo").asText())
                    .isEqualTo(day.plusDays(1)
                            .atStartOfDay(BidRuns.MARKET_ZONE)
                            .toInstant()
                            .toString());
        }
    }

    @Test
    void clientShouldGetWhatItMissedWhenItComesBack() {
        importDay("NO2");
        String token = Users.accessToken("viewer@demo.optibid");
        long last;
        try (PushClient client = PushClient.open("prices", token)) {
            client.subscribe("NO2", "");
            last = client.next("snapshot").get("seq").asLong();
        }
        importDay("NO2");
        importDay("NO2");
        importDay("FI");

        try (PushClient client = PushClient.open("prices", token)) {
            client.subscribe("NO2", String.valueOf(last));
            JsonNode missed = client.next("price");
            // Two, where the first import was in the snapshot before it had its place in the log.
            assertThat(missed.get("coalesced").asInt()).isBetween(1, 2);
            assertSame(missed.get("data").get("price"), latest("NO2"));
            JsonNode resumed = client.next("resumed");
            assertThat(resumed.get("seq").asLong())
                    .isGreaterThanOrEqualTo(missed.get("seq").asLong());

            client.subscribe("NO2", "999999999999");
            JsonNode needed = client.next("snapshot-needed");
            assertThat(needed.get("data").get("reason").asText()).isEqualTo("unknown-position");
            assertThat(client.next("snapshot").get("zone").asText()).isEqualTo("NO2");
        }
    }

    @Test
    void clientShouldHearNothingWhenItHasUnsubscribed() {
        try (PushClient client = PushClient.open("prices", Users.accessToken("viewer@demo.optibid"))) {
            client.send("{\"type\":\"subscribe\",\"product\":\"SDAC\",\"zones\":[\"FI\",\"NO2\"]}");
            client.next("snapshot");
            client.next("snapshot");
            client.send("{\"type\":\"unsubscribe\",\"product\":\"SDAC\",\"zones\":[\"FI\"]}");
            assertThat(client.next("unsubscribed").get("zone").asText()).isEqualTo("FI");

            importDay("FI");
            importDay("NO2");

            assertThat(client.next("price").get("zone").asText()).isEqualTo("NO2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prices", "desk"})
    void handshakeShouldBeRefusedWhenTheTokenIsNotGood(String channel) {
        String good = Users.accessToken("viewer@demo.optibid");
        assertThat(refusal(PushClient.handshake(), channel)).as("none").isEqualTo(401);
        assertThat(refusal(bearer("x.y.z"), channel)).as("nonsense").isEqualTo(401);
        assertThat(refusal(bearer(Users.expiredToken(good)), channel))
                .as("expired")
                .isEqualTo(401);
        assertThat(refusal(PushClient.handshake(), channel + "?access_token=" + good))
                .as("in the query")
                .isEqualTo(401);
        assertThat(refusal(bearer(good).subprotocols("optibid.v1", "bearer." + good), channel))
                .as("two of them")
                .isEqualTo(401);
        Tab tab = Tab.loggedIn("viewer");
        tab.logOut("{}");
        assertThat(refusal(bearer(tab.token()), channel)).as("logged out").isEqualTo(401);
    }

    @Test
    void otherRequestsShouldBeToldThatTheAddressIsForWebSockets() {
        Answer answer = Api.as("viewer").get("/ws/desk");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(426);
        assertThat(answer.json().get("code").asText()).isEqualTo("upgrade-required");
        assertThat(answer.header("Upgrade")).isEqualTo("websocket");
    }

    @Test
    void browserShouldConnectByItsSubprotocolAndFromPagesOfOursAlone() {
        String token = Users.accessToken("viewer@demo.optibid");
        String own = ServerUnderTest.base().toString();
        for (String origin : List.of(own, "https://desk.example.com")) {
            WebSocket.Builder handshake =
                    PushClient.handshake().header("Origin", origin).subprotocols("optibid.v1", "bearer." + token);
            try (PushClient client = PushClient.open(handshake, ServerUnderTest.base(), "prices")) {
                assertThat(client.socket().getSubprotocol()).isEqualTo("optibid.v1");
                client.subscribe("FI", "");
                client.next("snapshot");
            }
        }
        assertThat(refusal(bearer(token).header("Origin", "https://elsewhere.example"), "prices"))
                .isEqualTo(403);
    }

    @Test
    void connectionShouldEndWithItsSessionUnlessTheTokenIsRenewed() {
        Tab tab = Tab.loggedIn("viewer");
        try (PushClient staying = PushClient.open("prices", tab.token());
                PushClient ending = PushClient.open("prices", tab.token())) {
            staying.send("{\"type\":\"renew\",\"token\":\"x.y.z\"}");
            assertThat(staying.next("error").get("data").get("code").asText()).isEqualTo("not-authenticated");
            staying.send("{\"type\":\"renew\",\"token\":\"%s\"}".formatted(Users.accessToken("trader@demo.optibid")));
            assertThat(staying.next("error").get("data").get("code").asText()).isEqualTo("forbidden");
            staying.send("{\"type\":\"renew\",\"token\":\"%s\"}".formatted(Users.accessToken("viewer@demo.optibid")));
            assertThat(staying.next("renewed").get("data").has("expiresAt")).isTrue();

            tab.logOut("{}");

            assertThat(ending.closeCode()).isEqualTo(4401);
            staying.subscribe("FI", "");
            staying.next("snapshot");
            assertThat(staying.isOpen()).isTrue();
        }
    }

    @Test
    void organisationShouldHearItsOwnEventsAlone() {
        SecondOrganisation other = SecondOrganisation.create();
        try (PushClient own = PushClient.open("desk", Users.accessToken("trader@demo.optibid"));
                PushClient others = PushClient.open("desk", other.token())) {
            own.send("{\"type\":\"subscribe\"}");
            long from = own.next("snapshot").get("seq").asLong();
            others.send("{\"type\":\"subscribe\"}");
            others.next("snapshot");

            String run = queuedRun();

            JsonNode queued = own.next(message ->
                    event(message, "BidRunQueued") && message.toString().contains(run));
            assertThat(queued.get("seq").asLong()).isGreaterThan(from);
            assertThat(queued.get("data").get("subject").asText()).isEqualTo("bid-run/" + run);
            own.send("{\"type\":\"subscribe\",\"after\":%d}".formatted(from));
            own.next(message ->
                    event(message, "BidRunQueued") && message.toString().contains(run));
            own.next("resumed");
            // The other organisation's client has been told of nothing that lies before this answer.
            others.send("{\"type\":\"subscribe\",\"after\":%d}".formatted(from));
            others.next("resumed");
            assertThat(others.all())
                    .noneMatch(message -> message.get("type").asText().equals("event"));
        }
    }

    @Test
    void wrongMessagesShouldBeToldAndTooManyOfThemEndTheConnection() {
        try (PushClient client = PushClient.open("prices", Users.accessToken("viewer@demo.optibid"))) {
            client.send("{");
            assertThat(code(client)).isEqualTo("malformed-json");
            client.send("{\"type\":\"sing\"}");
            assertThat(client.next("error").get("data").get("path").asText()).isEqualTo("type");
            client.send("{\"type\":\"subscribe\",\"product\":\"SDAC\",\"zones\":[\"FI\"],\"tune\":1}");
            assertThat(client.next("error").get("data").get("path").asText()).isEqualTo("tune");
            client.send("{\"type\":\"subscribe\",\"product\":\"SDAC\"}");
            assertThat(client.next("error").get("data").get("path").asText()).isEqualTo("zones");
            client.send("{\"type\":\"subscribe\",\"product\":\"SDAC\",\"zones\":[\"XX\"]}");
            assertThat(code(client)).isEqualTo("unknown-zone");
            client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
            assertThat(code(client)).isEqualTo("malformed-json");
            for (int i = 0; i < 5; i++) {
                client.send("[]");
            }
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void connectionShouldEndWhenAMessageIsTooBigOrThereAreTooMany() {
        String token = Users.accessToken("viewer@demo.optibid");
        try (PushClient big = PushClient.open("prices", token);
                PushClient flood = PushClient.open("prices", token)) {
            big.send("{\"type\":\"" + "x".repeat(20_000) + "\"}");
            assertThat(big.closeCode()).isEqualTo(1009);
            for (int i = 0; i < 250; i++) {
                flood.send("{\"type\":\"unsubscribe\",\"product\":\"SDAC\",\"zones\":[\"FI\"]}");
            }
            assertThat(flood.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void userShouldHaveNoMoreConnectionsThanAreAllowed() {
        String token = Users.accessToken("approver@demo.optibid");
        List<PushClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                clients.add(PushClient.open("desk", token));
            }
            clients.forEach(client -> client.send("{\"type\":\"subscribe\"}"));
            clients.forEach(client -> client.next("snapshot"));
            try (PushClient tooMany = PushClient.open("desk", token)) {
                assertThat(tooMany.closeCode()).isEqualTo(4429);
            }
            assertThat(Api.as("admin")
                            .get("/api/v1/health")
                            .json()
                            .at("/detail/webSocket/connections/desk")
                            .asInt())
                    .isGreaterThanOrEqualTo(20);
            clients.remove(0).socket().sendClose(1000, "").join();
            Patience.until(() -> opens(token), opened -> opened);
        } finally {
            clients.forEach(PushClient::close);
        }
    }

    private static boolean opens(String token) {
        try (PushClient client = PushClient.open("desk", token)) {
            client.send("{\"type\":\"subscribe\"}");
            client.next("snapshot");
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static String queuedRun() {
        LocalDate day = LocalDate.of(2025, 5, 21);
        BidRuns.prices("SE4", day.minusDays(14), day, 60, BidRuns::shaped);
        return BidRuns.accepted(BidRuns.start(BidRuns.battery("SE4"), day, ""));
    }

    /** 11 and 11.0 are the same price. */
    private static void assertSame(JsonNode pushed, JsonNode read) {
        assertThat(pushed.equals(WebSocketIT::compare, read))
                .as("%s and %s", pushed, read)
                .isTrue();
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static boolean event(JsonNode message, String name) {
        return message.at("/data/event").asText().equals(name);
    }

    private static String code(PushClient client) {
        return client.next("error").get("data").get("code").asText();
    }

    private static WebSocket.Builder bearer(String token) {
        return PushClient.handshake().header("Authorization", "Bearer " + token);
    }

    private static int refusal(WebSocket.Builder handshake, String channel) {
        URI node = ServerUnderTest.base();
        return catchThrowableOfType(PushClient.Refused.class, () -> PushClient.open(handshake, node, channel))
                .status();
    }

    private static JsonNode latest(String zone) {
        return Api.as("viewer")
                .get("/api/v1/market-data/latest?product=SDAC&zone=" + zone)
                .json();
    }

    /** Each time a later day, at a price of its own. */
    static LocalDate importDay(String zone) {
        return importDay(Api.as("admin"), zone);
    }

    static LocalDate importDay(Api admin, String zone) {
        int number = DAYS.incrementAndGet();
        LocalDate day = LocalDate.parse("2025-03-01").plusDays(number);
        BidRuns.prices(admin, zone, day, day, 60, at -> BigDecimal.valueOf(number));
        return day;
    }
}
