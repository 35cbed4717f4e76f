package energy.optibid.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A fresh domain of Payara Server, as it is delivered but for its ports: all free ones of the loopback. */
final class PayaraDomain {

    private static final String NAME = "domain1";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path parent;
    private final Path folder;
    private final int httpPort;
    private final int adminPort;
    private final Map<String, String> environment;

    private PayaraDomain(Path parent, int httpPort, int adminPort, Map<String, String> environment) {
        this.parent = parent;
        this.folder = parent.resolve(NAME);
        this.httpPort = httpPort;
        this.adminPort = adminPort;
        this.environment = new HashMap<>(environment);
        this.environment.putAll(TestSettings.ENVIRONMENT);
        this.environment.putIfAbsent("OPTIBID_PUBLIC_URL", base().toString());
    }

    /** @param environment added to the environment of the server */
    static PayaraDomain create(Path parent, Map<String, String> environment) throws IOException {
        Path folder = parent.resolve(NAME);
        deleteRecursively(folder);
        Files.createDirectories(parent);
        copyRecursively(TestFolders.PAYARA.resolve("glassfish/domains").resolve(NAME), folder);
        List<Integer> ports = TestFolders.freePorts(9);
        Path file = folder.resolve("config/domain.xml");
        String xml = Files.readString(file);
        xml = listen(xml, "port=\"8080\" protocol=", ports.get(0));
        xml = listen(xml, "port=\"8181\" protocol=", ports.get(1));
        xml = listen(xml, "port=\"4848\" protocol=", ports.get(2));
        xml = listen(xml, "address=\"0.0.0.0\" port=\"3700\"", ports.get(3));
        xml = listen(xml, "address=\"0.0.0.0\" port=\"3820\"", ports.get(4));
        xml = listen(xml, "address=\"0.0.0.0\" port=\"3920\"", ports.get(5));
        xml = listen(xml, "address=\"0.0.0.0\" port=\"8686\"", ports.get(6));
        xml = replace(
                xml, "\"JMS_PROVIDER_PORT\" value=\"7676\"", "\"JMS_PROVIDER_PORT\" value=\"" + ports.get(7) + "\"");
        xml = replace(xml, "telnet.port=6666", "telnet.port=" + ports.get(8));
        // The grid would listen on every interface until the script turns it off.
        xml = replace(
                xml,
                "<hazelcast-config-specific-configuration>",
                "<hazelcast-config-specific-configuration enabled=\"false\">");
        Files.writeString(file, xml);
        return new PayaraDomain(parent, ports.get(0), ports.get(2), environment);
    }

    private static String listen(String xml, String found, int port) {
        String suffix = found.endsWith("protocol=") ? " protocol=" : "";
        return replace(xml, found, "address=\"127.0.0.1\" port=\"" + port + "\"" + suffix);
    }

    private static String replace(String xml, String found, String replacement) {
        if (!xml.contains(found)) {
            throw new IllegalStateException("The delivered domain has changed, it has no " + found);
        }
        int at = xml.indexOf(found);
        return xml.substring(0, at) + replacement + xml.substring(at + found.length());
    }

    void start() throws IOException {
        asadminWithoutServer(List.of("start-domain", "--domaindir", parent.toString(), NAME));
    }

    /** Prepares it by the script in {@code payara-config/server}. */
    void configure(Database database) throws IOException {
        Path password = Files.writeString(folder.resolve("database-password"), Database.PASSWORD);
        run(
                List.of(System.getProperty("optibid.configure", "configure.sh")),
                Map.of(
                        "ASADMIN", program().toString(),
                        "ADMIN_PORT", Integer.toString(adminPort),
                        "DATABASE_PORT", Integer.toString(database.port()),
                        "DATABASE_NAME", Database.NAME,
                        "DATABASE_USER", Database.USER,
                        "DATABASE_PASSWORD_FILE", password.toString(),
                        "DRIVER", driver().toString()));
    }

    private static Path driver() {
        try {
            return Path.of(org.postgresql.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void asadmin(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(List.of("--port", Integer.toString(adminPort), "--interactive=false"));
        whole.addAll(command);
        asadminWithoutServer(whole);
    }

    private void asadminWithoutServer(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(List.of(program().toString()));
        whole.addAll(command);
        run(whole, environment);
    }

    private static Path program() {
        return TestFolders.PAYARA.resolve("glassfish/bin/asadmin");
    }

    private void run(List<String> command, Map<String, String> environment) throws IOException {
        Path output = folder.resolve("asadmin.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + ":\n" + TestFolders.tail(output, 40) + "\n"
                        + TestFolders.tail(log(), 80));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    URI base() {
        return URI.create("http://localhost:" + httpPort);
    }

    Path log() {
        return folder.resolve("logs/server.log");
    }

    long pid() throws IOException {
        return Long.parseLong(
                Files.readString(folder.resolve("config/pid"), UTF_8).trim());
    }

    boolean isRunning() {
        try {
            return ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the server: by its signal, which is quicker than a command of asadmin. */
    void stop() {
        try {
            ProcessHandle.of(pid()).ifPresent(process -> {
                process.destroy();
                process.onExit()
                        .orTimeout(20, TimeUnit.SECONDS)
                        .exceptionally(late -> process)
                        .join();
                process.destroyForcibly();
            });
        } catch (IOException e) {
            System.err.println("The server had no process id: " + e.getMessage());
        }
    }

    private static void copyRecursively(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
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
