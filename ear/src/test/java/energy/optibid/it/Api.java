package energy.optibid.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls the server under test, as one user or as nobody. */
public final class Api {

    private static final String DEMO_PASSWORD = "optibid-demo-2026";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private static final Map<String, Api> USERS = new ConcurrentHashMap<>();

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final URI base;
    private final Optional<String> token;
    private final String address;

    private Api(URI base, Optional<String> token, String address) {
        this.base = base;
        this.token = token;
        this.address = address;
    }

    /** An address that no other caller has: the limits of one test are not another's. */
    private static String ownAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "10.77." + (number / 256 % 256) + "." + (number % 256);
    }

    /** Without a token. */
    public static Api anonymous() {
        return new Api(ServerUnderTest.base(), Optional.empty(), ownAddress());
    }

    /**
     * As a demo user, logged in once and again where that log-in is no good any more.
     *
     * @param name {@code admin}, {@code trader} or {@code viewer}
     */
    public static Api as(String name) {
        return USERS.compute(name, (user, known) -> known != null && known.isLoggedIn() ? known : logInAs(user));
    }

    private static Api logInAs(String demoUser) {
        return withToken(anonymous().logIn(demoUser));
    }

    /** A test may have ended all sessions of its user, and a long suite outlives a token. */
    private boolean isLoggedIn() {
        return get("/api/v1/auth/me").status() == 200;
    }

    /** With a token of the test's own. */
    public static Api withToken(String token) {
        return new Api(ServerUnderTest.base(), Optional.of(token), ownAddress());
    }

    /** The same user at another address, as a proxy would tell it. */
    public Api from(String clientAddress) {
        return new Api(base, token, clientAddress);
    }

    /** The same user at another node of the server under test. */
    Api atNode(URI node) {
        return new Api(node, token, address);
    }

    /** At another server than the one under test. */
    static Api at(URI base, Optional<String> token) {
        return new Api(base, token, "");
    }

    /** As a demo user, at another server than the one under test. */
    static Api at(URI base, String demoUser) {
        return at(base, Optional.of(at(base, Optional.empty()).logIn(demoUser)));
    }

    private String logIn(String demoUser) {
        Answer answer = post(
                "/api/v1/auth/login",
                "{\"email\":\"" + demoUser + "@demo.optibid\",\"password\":\"" + DEMO_PASSWORD + "\"}");
        if (answer.status() != 200) {
            throw new AssertionError("No log-in for " + demoUser + ": " + answer);
        }
        return answer.json().get("accessToken").asText();
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return post(path, "application/json", BodyPublishers.ofString(json));
    }

    public Answer post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    /**
     * Changes something by a JSON merge patch.
     *
     * @param ifMatch the tag of the version that was seen, empty for no such header
     */
    public Answer patch(String path, String ifMatch, String json) {
        return patch(path, ifMatch, "application/merge-patch+json", json);
    }

    public Answer patch(String path, String ifMatch, String contentType, String json) {
        return send(
                seen(path, ifMatch).header("Content-Type", contentType).method("PATCH", BodyPublishers.ofString(json)));
    }

    /** @param ifMatch the tag of the version that was seen, empty for no such header */
    public Answer delete(String path, String ifMatch) {
        return send(seen(path, ifMatch).DELETE());
    }

    private HttpRequest.Builder seen(String path, String ifMatch) {
        HttpRequest.Builder request = request(path);
        return ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch);
    }

    /** A request to this server with this user's token, to be completed by the test. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        request.header("X-Forwarded-For", address);
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("No answer from " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
