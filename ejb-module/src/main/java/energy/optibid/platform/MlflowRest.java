package energy.optibid.platform;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Calls of MLflow's REST API. Each throws {@link MlflowRefusedException} where MLflow refuses it for good, and
 * {@link MlflowFailedException} where it may be tried again.
 */
public final class MlflowRest {
    private static final String API = "/api/2.0/mlflow/";
    private static final String ARTEFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final int LONGEST = 300;
    private static final long LONGEST_ANSWER = 64L << 20;

    /** Refusals that have nothing to do with what was sent. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 407, 408, 429);

    private final MlflowSettings settings;
    private final AtomicReference<HttpClient> client = new AtomicReference<>();

    public MlflowRest(MlflowSettings settings) {
        this.settings = settings;
    }

    /** What it was made with. */
    public MlflowSettings settings() {
        return settings;
    }

    /** @param call for example {@code runs/create} */
    public JsonObject post(String call, JsonObject body) {
        return post(call, body, settings.uploadTimeout());
    }

    public JsonObject post(String call, JsonObject body, Duration timeout) {
        HttpRequest.Builder request = request(API + call)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        return json(call, send(call, request, timeout));
    }

    public JsonObject get(String call, Map<String, String> query) {
        String encoded = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return json(call, send(call, request(API + call + "?" + encoded).GET(), settings.uploadTimeout()));
    }

    /**
     * Stores a file through MLflow.
     *
     * @param path below the root of MLflow's artefacts, with slashes
     */
    public void putArtefact(String path, byte[] content) {
        String encoded = Arrays.stream(path.split("/")).map(MlflowRest::encoded).collect(Collectors.joining("/"));
        HttpRequest.Builder request = request(ARTEFACTS + encoded)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(content));
        requireSuccess("artifact " + path, send("artifact " + path, request, settings.uploadTimeout()));
    }

    /** Drops the connections that are open. */
    public void reset() {
        client.set(null);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(settings.uri() + path)).header("Accept", "application/json");
        settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private HttpResponse<byte[]> send(String call, HttpRequest.Builder request, Duration timeout) {
        try {
            return HttpCall.send(client(), request.build(), call, timeout, LONGEST_ANSWER);
        } catch (HttpCallException e) {
            throw new MlflowFailedException(0, String.valueOf(e.getMessage()));
        }
    }

    private static JsonObject json(String call, HttpResponse<byte[]> answer) {
        requireSuccess(call, answer);
        return object(answer)
                .orElseThrow(() -> new MlflowFailedException(
                        answer.statusCode(),
                        "what answers is no MLflow: to " + call + " it sent " + mediaType(answer) + ", not JSON"));
    }

    private static void requireSuccess(String call, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        Optional<JsonObject> error = object(answer);
        String reason = shortened(error.map(told -> told.getString("message", ""))
                .orElseGet(() -> mediaType(answer).startsWith("text/html")
                        ? "a page of HTML"
                        : new String(answer.body(), StandardCharsets.UTF_8)));
        if (status == 401 || status == 403) {
            throw new MlflowFailedException(
                    status, "it does not let us in (" + status + "): check optibid.mlflow.token; it says: " + reason);
        }
        if (status < 400 || status >= 500 || PASSING.contains(status)) {
            throw new MlflowFailedException(status, "to " + call + " it answered " + status + ": " + reason);
        }
        String code = error.map(told -> told.getString("error_code", "")).orElse("");
        throw new MlflowRefusedException(call, status, code, reason);
    }

    private static Optional<JsonObject> object(HttpResponse<byte[]> answer) {
        if (!mediaType(answer).contains("json")) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static String mediaType(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("something without a media type");
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpClient client() {
        return client.updateAndGet(made -> made != null ? made : newClient());
    }

    private HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
