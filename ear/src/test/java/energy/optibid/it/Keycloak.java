package energy.optibid.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Keycloak of the tests' own with the realm of {@code keycloak/utility-realm.json}; ends with this JVM. */
final class Keycloak {

    static final String CLIENT_ID = "optibid";
    static final String CLIENT_SECRET = "keycloak-knows-this-secret";

    private static final String REALM = "/realms/utility";
    private static final String ADMINISTRATION = "/admin/realms/utility";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> JVM =
            List.of("-Xms64m", "-Xmx384m", "-XX:MaxMetaspaceSize=256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Optional<Keycloak> running = Optional.empty();

    private final URI base;
    private final Process process;
    private final Path log;

    private Keycloak(URI base, Process process, Path log) {
        this.base = base;
        this.process = process;
        this.log = log;
    }

    /** The one of this run of the tests, for a client at this address of OptiBid. */
    static synchronized Keycloak at(URI optibid) {
        if (running.isEmpty()) {
            running = Optional.of(start(optibid));
        }
        return running.get();
    }

    /** As its ID tokens name it. */
    String issuer() {
        return base + REALM;
    }

    /** Puts a user into one group and takes them out of another. */
    void move(String user, String from, String to) {
        String id = only(ADMINISTRATION + "/users?exact=true&username=" + user);
        String path = ADMINISTRATION + "/users/" + id + "/groups/";
        send(
                administration(path + only(ADMINISTRATION + "/groups?exact=true&search=" + from))
                        .DELETE(),
                204);
        send(
                administration(path + only(ADMINISTRATION + "/groups?exact=true&search=" + to))
                        .PUT(BodyPublishers.noBody()),
                204);
    }

    /** Ends it for good: later tests of this run find it gone. */
    void stop() {
        process.destroyForcibly().onExit().join();
    }

    private String only(String path) {
        JsonNode found = json(send(administration(path).GET(), 200));
        if (found.size() != 1) {
            throw new AssertionError(path + " finds " + found);
        }
        return found.get(0).get("id").asText();
    }

    private HttpRequest.Builder administration(String path) {
        String form = form(Map.of(
                "grant_type", "client_credentials",
                "client_id", "test-administration",
                "client_secret", "the-test-moves-people-with-this"));
        HttpResponse<String> token = send(
                HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                200);
        return HttpRequest.newBuilder(base.resolve(path))
                .header(
                        "Authorization",
                        "Bearer " + json(token).get("access_token").asText());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Answer.of(response).json();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new AssertionError("Keycloak answers " + Answer.of(response));
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Keycloak start(URI optibid) {
        try {
            long begun = System.nanoTime();
            Path folder = Files.createDirectories(
                    TestFolders.IT.resolve("keycloak").resolve(System.getProperty("optibid.form", "form")));
            Path home = ownHome();
            Path log = folder.resolve("keycloak.log");
            buildOnce(home, folder.resolve("build.log"));
            deleteRecursively(home.resolve("data"));
            Path realm = Files.createDirectories(home.resolve("data/import")).resolve("utility-realm.json");
            Files.writeString(realm, realm().replace("@OPTIBID@", optibid.toString()));
            URI base = URI.create("http://127.0.0.1:" + TestFolders.freePorts(1).get(0));
            Process process = run(
                    home,
                    log,
                    List.of(
                            "start",
                            "--optimized",
                            "--http-enabled=true",
                            "--http-host=127.0.0.1",
                            "--http-port=" + base.getPort(),
                            "--hostname=" + base,
                            "--import-realm"));
            Keycloak started = new Keycloak(base, process, log);
            started.awaitReady();
            System.out.println("Keycloak was ready after "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak writes into its folder, and another JVM of these tests may run one too. */
    private static Path ownHome() throws IOException {
        Path unpacked =
                Path.of(System.getProperty("optibid.keycloak", "keycloak")).toAbsolutePath();
        Path own = TestFolders.IT.resolve("keycloak").resolve(unpacked.getFileName());
        if (!Files.exists(own)) {
            try (Stream<Path> all = Files.walk(unpacked)) {
                for (Path each : all.toList()) {
                    Files.copy(each, own.resolve(unpacked.relativize(each).toString()));
                }
            }
        }
        return own;
    }

    /** Keycloak writes down once what its options come to; later starts are quicker by that. */
    private static void buildOnce(Path home, Path log) throws IOException {
        Path done = home.resolve("built");
        if (Files.exists(done)) {
            return;
        }
        Process build = run(home, log, List.of("build", "--db=dev-file", "--cache=local"));
        try {
            if (!build.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
                build.destroyForcibly();
                throw new IllegalStateException("Keycloak could not be built:\n" + TestFolders.tail(log, 40));
            }
        } catch (InterruptedException e) {
            build.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        Files.createFile(done);
    }

    /** As its own script runs it, without the shell between. A build ends with 10 where it is to be run again. */
    private static Process run(Path home, Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        new Guard().watch("TERM", process.pid());
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest probe = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        while (!isReady(probe)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("Keycloak did not get ready:\n" + TestFolders.tail(log, 60));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
    }

    private static boolean isReady(HttpRequest probe) {
        try {
            return CLIENT.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String realm() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Keycloak.class.getResourceAsStream("/keycloak/utility-realm.json"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
