package energy.optibid.web.websocket;

import energy.optibid.identity.InspectedToken;
import energy.optibid.identity.TokenInspector;
import energy.optibid.identity.VerifiedToken;
import energy.optibid.push.Client;
import energy.optibid.push.CloseCode;
import energy.optibid.push.PushConnection;
import energy.optibid.push.PushData;
import energy.optibid.push.PushDesk;
import energy.optibid.push.PushMessage;
import energy.optibid.push.PushSettings;
import energy.optibid.push.Wire;
import energy.optibid.web.rest.json.StrictJson;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Does what clients ask for, and tells them what is wrong with it. */
@ApplicationScoped
public class SocketDialogue {
    private static final Logger LOG = System.getLogger(SocketDialogue.class.getName());
    private static final int MOST_ZONES = 100;
    private static final int MOST_SUBSCRIPTIONS = 500;

    @Inject
    PushDesk desk;

    @Inject
    PushSettings settings;

    @Inject
    TokenInspector inspector;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<ProblemSource> problems;

    int messageBytes() {
        return settings.messageBytes();
    }

    Clock clock() {
        return clock;
    }

    /** Absent where the client has too many connections. */
    Optional<PushConnection> open(Client client, VerifiedToken token, Wire wire) {
        return desk.open(client, wire, () -> inspector.goesOn(token));
    }

    void refuseBinary(PushConnection connection, MessageMeter meter) {
        refuse(connection, meter, new ProblemException(ProblemCode.MALFORMED_JSON, "Messages are text"));
    }

    void take(PushConnection connection, MessageMeter meter, String text) {
        if (!meter.count()) {
            connection.close(CloseCode.VIOLATED);
            return;
        }
        try {
            if (!desk.isReady()) {
                throw new ProblemException(ProblemCode.UNAVAILABLE, Problems.DATABASE_LOST);
            }
            obey(connection, read(text));
        } catch (RuntimeException e) {
            refuse(connection, meter, new Problems(problems).of(e).orElseGet(() -> unexpected(e)));
        }
    }

    private static ClientMessage read(String text) {
        try {
            return StrictJson.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ClientMessage.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void obey(PushConnection connection, ClientMessage message) {
        switch (message.type()) {
            case "subscribe" -> subscribe(connection, message);
            case "unsubscribe" -> desk.unsubscribe(connection, product(message), zones(message));
            case "renew" -> renew(connection, needed(message.token(), "token"));
            default -> throw refusal("type", "Send subscribe, unsubscribe or renew");
        }
    }

    private void subscribe(PushConnection connection, ClientMessage message) {
        OptionalLong after = message.after().stream().mapToLong(Long::longValue).findFirst();
        if (after.isPresent() && after.getAsLong() < 0) {
            throw refusal("after", "It is a number that a message had");
        }
        switch (connection.client().channel()) {
            case DESK -> desk.subscribeDesk(connection, after);
            case PRICES -> {
                List<String> zones = zones(message);
                if (desk.subscriptions(connection) + zones.size() > MOST_SUBSCRIPTIONS) {
                    throw refusal("zones", "A connection has at most " + MOST_SUBSCRIPTIONS + " of them");
                }
                desk.subscribe(connection, product(message), zones, after);
            }
        }
    }

    private void renew(PushConnection connection, String token) {
        if (!(inspector.inspect(token) instanceof InspectedToken.Accepted accepted)) {
            throw new ProblemException(ProblemCode.NOT_AUTHENTICATED, "The token is not good; the one before goes on");
        }
        VerifiedToken verified = accepted.token();
        Client client = connection.client();
        if (!verified.userId().equals(client.userId())
                || !verified.organisationId().equals(client.organisationId())) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "The token is another user's; the one before goes on");
        }
        connection.renew(() -> inspector.goesOn(verified));
        connection.tell(
                desk.answer(PushMessage.Type.RENEWED, Optional.empty(), new PushData.Renewed(verified.expiresAt())));
    }

    private static String product(ClientMessage message) {
        return needed(message.product(), "product");
    }

    private static List<String> zones(ClientMessage message) {
        List<String> zones =
                needed(message.zones(), "zones").stream().distinct().toList();
        if (zones.isEmpty() || zones.size() > MOST_ZONES) {
            throw refusal("zones", "Name 1 to " + MOST_ZONES + " of them");
        }
        return zones;
    }

    private static <T> T needed(Optional<T> value, String path) {
        return value.orElseThrow(() -> refusal(path, "It is missing"));
    }

    private static ProblemException refusal(String path, String message) {
        return new ProblemException(ProblemCode.INVALID_BODY, List.of(Finding.of("invalid-value", path, message)));
    }

    private static ProblemException unexpected(RuntimeException e) {
        LOG.log(Level.ERROR, "A WebSocket client's message failed unexpectedly. Report this.", e);
        return new ProblemException(ProblemCode.INTERNAL_ERROR);
    }

    /** Tells each thing that is wrong. What the server is to blame for is not counted against the client. */
    private void refuse(PushConnection connection, MessageMeter meter, ProblemException problem) {
        if (problem.code().status() < 500 && !meter.countWrong()) {
            connection.close(CloseCode.VIOLATED);
            return;
        }
        if (problem.findings().isEmpty()) {
            tell(connection, problem.code().code(), String.valueOf(problem.getMessage()), Optional.empty());
        }
        problem.findings()
                .forEach(finding -> tell(connection, finding.code(), finding.message(), Optional.of(finding.path())));
    }

    private void tell(PushConnection connection, String code, String message, Optional<String> path) {
        connection.tell(desk.answer(
                PushMessage.Type.ERROR,
                Optional.empty(),
                new PushData.Refusal(code, message, path.filter(text -> !text.isEmpty()))));
    }
}
