package energy.optibid.identity.internal.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Asks identity providers: addresses that {@link ProviderAddress} allows, no redirects, little time, few bytes. */
@ApplicationScoped
public class ProviderHttp {
    private static final int MAX_BYTES = 512 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(10);

    private final ProviderAddress addresses;

    /** Made when it is first needed: the container's proxy needs none. */
    private final AtomicReference<HttpClient> client = new AtomicReference<>();

    @Inject
    public ProviderHttp(ProviderAddress addresses) {
        this.addresses = addresses;
    }

    /** For the container's proxy only. */
    protected ProviderHttp() {
        this(ProviderAddress.none());
    }

    /** @throws ProviderFailedException where there is no answer, or one that is too long */
    public ProviderReply get(URI address) {
        return send(request(address).GET());
    }

    /**
     * Posts a form.
     *
     * @param authorization the value of that header
     * @throws ProviderFailedException where there is no answer, or one that is too long
     */
    ProviderReply post(URI address, Map<String, String> form, Optional<String> authorization) {
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return send(request);
    }

    /** As in the body of a form and in the query of an address. */
    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(URI address) {
        addresses.require(address);
        return HttpRequest.newBuilder(address).timeout(WHOLE_ANSWER).header("Accept", "application/json");
    }

    private ProviderReply send(HttpRequest.Builder prepared) {
        HttpRequest request = prepared.build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request, response -> new LimitedBody(MAX_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(WHOLE_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return new ProviderReply(request.uri(), response.statusCode(), new String(response.body(), UTF_8));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ProviderFailedException(request.uri() + " does not answer within " + WHOLE_ANSWER, e);
        } catch (ExecutionException e) {
            throw new ProviderFailedException(request.uri() + " cannot be asked: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailedException("Interrupted while " + request.uri() + " was asked", e);
        }
    }

    private HttpClient client() {
        return client.updateAndGet(made -> made != null ? made : newClient());
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static String reason(ExecutionException failure) {
        Throwable cause = Optional.ofNullable(failure.getCause()).orElse(failure);
        return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    }
}
