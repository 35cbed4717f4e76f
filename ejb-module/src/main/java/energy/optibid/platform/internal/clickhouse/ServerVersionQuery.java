package energy.optibid.platform.internal.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks a ClickHouse of any age for its version, as text over HTTP. */
final class ServerVersionQuery {
    private static final String QUERY = "/?query=SELECT%20version()%20FORMAT%20TabSeparated";
    private static final int LONGEST = 300;

    private final ClickHouseSettings settings;

    ServerVersionQuery(ClickHouseSettings settings) {
        this.settings = settings;
    }

    /** @throws IllegalStateException where what answers says something else */
    ServerVersion ask(Duration timeout) throws IOException, GeneralSecurityException, InterruptedException {
        String user = settings.user() + ":" + settings.password();
        HttpRequest request = HttpRequest.newBuilder(settings.uri().resolve(QUERY))
                .timeout(timeout)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .GET()
                .build();
        HttpResponse<String> answer = client(timeout).send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            String body = answer.body().strip();
            throw new IllegalStateException(
                    "it answered " + answer.statusCode() + ": " + body.substring(0, Math.min(LONGEST, body.length())));
        }
        return ServerVersion.parse(answer.body());
    }

    private HttpClient client(Duration timeout) throws IOException, GeneralSecurityException {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout);
        if (settings.certificate().isPresent()) {
            builder.sslContext(trusting(settings.certificate().get()));
        }
        return builder.build();
    }

    private static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream file = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "clickhouse", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
