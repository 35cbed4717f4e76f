package energy.optibid.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Payara Micro with OptiBid's WAR at {@code /}, as a child process. */
public final class MicroServer implements AutoCloseable {

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(20);

    /**
     * Threads that answer requests: two for each connection of OptiBid's own pool, so that one half can work on PostgreSQL
     * and the other wait for slow clients and services. More would wait for each other under load.
     */
    private static final int HTTP_THREADS = 64;

    private static final Pattern WARNING =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\S+ (?:WARN|WARNING|ERROR|SEVERE|FATAL) .*");

    private final Process process;
    private final Thread output;

    private MicroServer(Process process, Thread output) {
        this.process = process;
        this.output = output;
    }

    /**
     * What an instance is started with.
     *
     * @param folder its own folder, made afresh at each start
     * @param war the archive, or the folder of an unpacked one
     * @param address where it listens, such as 127.0.0.1
     * @param environment added to the environment of this process; the place of OptiBid's settings
     * @param jvmOptions options of its JVM
     * @param arguments of Payara Micro besides those of every start
     * @param log the file that everything goes into that it prints
     * @param warnings gets each line of the log that is a warning or worse
     */
    public record Start(
            Path folder,
            Path war,
            String address,
            int port,
            Map<String, String> environment,
            List<String> jvmOptions,
            List<String> arguments,
            Path log,
            Consumer<String> warnings) {}

    /** Starts an instance and returns at once; it answers later. */
    public static MicroServer start(MicroInstallation installation, Start start) {
        try {
            Path jar = installation.newInstance(start.folder());
            configure(start);
            ProcessBuilder builder = new ProcessBuilder(command(jar, start))
                    .directory(start.folder().toFile());
            builder.environment().putAll(start.environment());
            builder.redirectErrorStream(true);
            Process process = builder.start();
            process.getOutputStream().close();
            return new MicroServer(process, copyOutput(process.getInputStream(), start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void configure(Start start) throws IOException {
        Path config = start.folder().resolve("config");
        Files.writeString(config.resolve("logging.properties"), resource("logging.properties"));
        Path domain = config.resolve("domain.xml");
        String xml = Files.readString(domain);
        xml = insert(xml, "<network-listener port=\"8080\" ", "address=\"" + start.address() + "\" ");
        xml = insert(xml, "<http default-virtual-server=\"server\" ", "server-header=\"false\" ");
        Files.writeString(domain, xml);
    }

    private static String insert(String xml, String after, String attribute) {
        if (!xml.contains(after)) {
            throw new IllegalStateException("This Payara Micro's domain.xml has no " + after);
        }
        return xml.replace(after, after + attribute);
    }

    private static List<String> command(Path jar, Start start) {
        Path logging = start.folder().resolve("config/logging.properties");
        List<String> command = new ArrayList<>();
        command.add(Java.executable().toString());
        command.addAll(start.jvmOptions());
        command.add("-Duser.language=en");
        // What the server calls itself in its own error pages, in place of its name and version.
        command.add("-Dproduct.name=OptiBid");
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--port", Integer.toString(start.port())));
        command.addAll(List.of("--maxhttpthreads", Integer.toString(HTTP_THREADS)));
        command.addAll(List.of("--logproperties", logging.toString()));
        command.addAll(start.arguments());
        command.addAll(List.of("--deploy", start.war().toString(), "--contextroot", "/"));
        return command;
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = MicroServer.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("not in the launcher's jar: " + name);
            }
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    private static Thread copyOutput(InputStream from, Start start) throws IOException {
        PrintWriter log = new PrintWriter(Files.newBufferedWriter(start.log(), UTF_8), true);
        Thread thread = new Thread(() -> copy(from, log, start.warnings()), "server-output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void copy(InputStream from, PrintWriter log, Consumer<String> warnings) {
        try (log;
                BufferedReader lines = new BufferedReader(new InputStreamReader(from, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.println(line);
                if (WARNING.matcher(line).matches()) {
                    warnings.accept(line);
                }
            }
        } catch (IOException e) {
            log.println("The output of the server ended: " + e.getMessage());
        }
    }

    public Process process() {
        return process;
    }

    /** Asks the server to stop, insists after a while, and returns when it is gone and its log is complete. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            output.join(PATIENCE_AT_THE_END.toMillis());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
