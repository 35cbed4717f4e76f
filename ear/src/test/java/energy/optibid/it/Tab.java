package energy.optibid.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One page of the console on one address: keeps the cookie of the session, and calls what goes by it. */
final class Tab {
    private static final String PASSWORD = "optibid-demo-2026";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final URI base;
    private final String address;
    private String cookie = "";
    private String token = "";

    private Tab(URI base, String address) {
        this.base = base;
        this.address = address;
    }

    /** Logged in as a demo user, each from an address of its own, so that none meets the limits of another. */
    static Tab loggedIn(String name) {
        return loggedIn(ServerUnderTest.base(), name);
    }

    static Tab loggedIn(URI base, String name) {
        int number = ADDRESSES.incrementAndGet();
        Tab browser = new Tab(base, "198.51.%d.%d".formatted(number / 256, number % 256));
        Answer answer = browser.anonymous()
                .post(
                        "/api/v1/auth/login",
                        "{\"email\":\"%s@demo.optibid\",\"password\":\"%s\"}".formatted(name, PASSWORD));
        if (answer.status() != 200) {
            throw new AssertionError("No log-in for " + name + ": " + answer);
        }
        browser.take(answer);
        return browser;
    }

    /** The same browser as it was, with the cookie and the token of this moment. */
    Tab copy() {
        return at(base);
    }

    /** The same browser, which asks another node. */
    Tab at(URI other) {
        Tab copy = new Tab(other, address);
        copy.cookie = cookie;
        copy.token = token;
        return copy;
    }

    String cookie() {
        return cookie;
    }

    String token() {
        return token;
    }

    /** The id of the session that it is in. */
    String session() {
        for (JsonNode session : get("/api/v1/sessions").json().get("items")) {
            if (session.get("current").asBoolean()) {
                return session.get("id").asText();
            }
        }
        throw new AssertionError("No current session");
    }

    Answer refresh() {
        Answer answer = post("/api/v1/auth/refresh", "", "X-OptiBid-Request", "1");
        if (answer.status() == 200) {
            take(answer);
        }
        return answer;
    }

    Answer logOut(String body) {
        Answer answer = post("/api/v1/auth/logout", body, "X-OptiBid-Request", "1", "Content-Type", "application/json");
        cookie = "";
        return answer;
    }

    /** A POST with the cookie and without a token. */
    Answer post(String path, String body, String... headers) {
        var request = anonymous()
                .request(path)
                .headers(headers)
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return anonymous().send(request);
    }

    Answer get(String path) {
        return user().get(path);
    }

    Answer delete(String path) {
        Api api = user();
        return api.send(api.request(path).DELETE());
    }

    int status() {
        return get("/api/v1/auth/me").status();
    }

    private Api anonymous() {
        return Api.at(base, Optional.empty()).from(address);
    }

    private Api user() {
        return Api.at(base, Optional.of(token)).from(address);
    }

    private void take(Answer answer) {
        HttpCookie set = HttpCookie.parse(answer.header("Set-Cookie")).get(0);
        cookie = set.getName() + "=" + set.getValue();
        token = answer.json().get("accessToken").asText();
    }
}
