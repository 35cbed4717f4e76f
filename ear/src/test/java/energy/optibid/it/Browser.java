package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as a log-in needs: cookies of each host, forms; redirects only when asked. */
final class Browser {

    private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Values by name, of each host with its port: Keycloak and OptiBid are not to see each other's. */
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();

    Answer get(URI address) {
        return send(address, HttpRequest.newBuilder(address).GET());
    }

    Answer postJson(URI address, String json) {
        return send(
                address,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** Posts with the header that a console of ours sends, which another site cannot. */
    Answer postFromConsole(URI address) {
        return send(
                address,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("X-OptiBid-Request", "1")
                        .POST(BodyPublishers.noBody()));
    }

    /** Fills in the log-in page of Keycloak and gives the address that it sends the browser to. */
    URI logInAt(URI authorization, String user, String password) {
        Answer page = get(authorization);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        Matcher form = FORM_ACTION.matcher(page.body());
        assertThat(form.find()).as("a form in " + page.body()).isTrue();
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        Answer sent = send(
                action,
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Keycloak.form(Map.of("username", user, "password", password)))));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(302);
        return URI.create(sent.header("Location"));
    }

    Map<String, String> cookies(URI address) {
        return cookies.computeIfAbsent(address.getAuthority(), host -> new TreeMap<>());
    }

    private Answer send(URI address, HttpRequest.Builder request) {
        String header = cookies(address).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!header.isEmpty()) {
            request.header("Cookie", header);
        }
        try {
            Answer answer = Answer.of(
                    CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString()));
            answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(address, cookie));
            return answer;
        } catch (IOException e) {
            throw new AssertionError("No answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private void keep(URI address, String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1).replace("\"", "");
        boolean gone = value.isEmpty() || cookie.matches("(?is).*;\\s*max-age=0(;.*)?");
        if (gone) {
            cookies(address).remove(name);
        } else {
            cookies(address).put(name, value);
        }
    }
}
