package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.EntsoeStub.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("NullAway.Init") // each test starts the stub
class EntsoeRestTest {
    private static final Map<String, String> QUERY =
            Map.of("documentType", "A44", "in_Domain", "10YNL----------L", "periodStart", "202409012200");
    private static final String DOCUMENT = "<Publication_MarketDocument/>";

    private EntsoeStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = EntsoeStub.start();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void documentShouldComeAsItIs() {
        stub.reply(query -> Reply.of(200, DOCUMENT));

        assertThat(stub.client().document(QUERY)).isEqualTo(DOCUMENT.getBytes(StandardCharsets.UTF_8));
        assertThat(stub.asked()).containsExactly(QUERY);
    }

    @Test
    void acknowledgementOfAWrongRequestShouldComeToo() {
        stub.reply(query -> EntsoeStub.acknowledgement(400, "Delivered time interval is not valid"));

        assertThat(new String(stub.client().document(QUERY), StandardCharsets.UTF_8))
                .contains("not valid");
    }

    @Test
    void requestShouldBeTriedAgainWhereThePlatformFailed() {
        AtomicInteger requests = new AtomicInteger();
        stub.reply(query -> requests.incrementAndGet() < 3 ? Reply.of(503, "busy") : Reply.of(200, DOCUMENT));

        assertThat(stub.client().document(QUERY)).isNotEmpty();
        assertThat(requests).hasValue(3);
    }

    @Test
    void thirdFailureShouldBeToldWithoutTheToken() {
        stub.reply(query -> Reply.of(503, "busy"));
        EntsoeRest client = stub.client();

        assertThatThrownBy(() -> client.document(QUERY))
                .isInstanceOf(EntsoeFailedException.class)
                .hasMessage("it answered 503");
        assertThat(stub.asked()).hasSize(3);
        stub.close();
        assertThatThrownBy(() -> client.ask(QUERY, Duration.ofSeconds(5)))
                .hasMessageContaining("connection refused")
                .hasMessageNotContaining(EntsoeStub.TOKEN)
                .hasNoCause();
        assertThat(client.settings()).asString().doesNotContain(EntsoeStub.TOKEN);
    }

    @Test
    void wrongTokenShouldBeToldAtOnce() {
        EntsoeRest stranger = new EntsoeRest(new EntsoeSettings(
                URI.create(stub.address()), "of-a-stranger", 400, Duration.ofMinutes(1), Duration.ofSeconds(5)));

        assertThatThrownBy(() -> stranger.document(QUERY)).hasMessageContaining("check optibid.entsoe.token");
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void platformThatShutsUsOutShouldBeLeftAlone() {
        stub.reply(query -> new Reply(429, Optional.of(new byte[0]), Map.of("Retry-After", "120")));
        EntsoeRest client = stub.client();

        assertThatThrownBy(() -> client.document(QUERY)).hasMessageContaining("asked again in 120 s");
        assertThatThrownBy(() -> client.document(QUERY)).hasMessageContaining("too many requests");
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void pageShouldNotPassForADocument() {
        stub.reply(query -> Reply.of(200, "<html>Log in to the network</html>"));

        assertThatThrownBy(() -> stub.client().document(QUERY))
                .hasMessageContaining("what answers is not the Transparency Platform");
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void silenceShouldEndByItsTimeOut() {
        stub.reply(query -> Reply.never());
        EntsoeRest client = stub.client(400, Duration.ofMillis(300));

        assertThatThrownBy(() -> client.document(QUERY)).hasMessageContaining("no answer within 0.3 s");
        assertThat(stub.asked()).hasSize(3);
    }

    @Test
    void requestsShouldBeSpreadOverTheMinute() {
        stub.reply(query -> Reply.of(200, DOCUMENT));
        EntsoeRest client = stub.client(300, Duration.ofSeconds(5));

        for (int request = 0; request < 4; request++) {
            assertThat(client.document(QUERY)).isNotEmpty();
        }

        List<Long> at = stub.askedAt();
        // Three pauses of 200 ms; the first request takes longest to get there.
        assertThat(TimeUnit.NANOSECONDS.toMillis(at.get(3) - at.get(1))).isGreaterThanOrEqualTo(350);
    }
}
