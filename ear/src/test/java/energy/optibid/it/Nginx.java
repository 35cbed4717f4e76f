package energy.optibid.it;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real nginx with the configuration that a page of the documentation shows, and a certificate made for it. */
final class Nginx implements AutoCloseable {
    private static final Pattern BLOCK = Pattern.compile("^```nginx\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** What Debian's nginx.conf has around a server, in a folder of the test's own and in the foreground. */
    private static final String MAIN = """
            daemon off;
            worker_processes 2;
            pid nginx.pid;
            error_log error.log info;
            events {}
            http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            """;

    private final Process process;
    private final int port;
    private final SSLContext tls;

    private Nginx(Process process, int port, SSLContext tls) {
        this.process = process;
        this.port = port;
        this.tls = tls;
    }

    /**
     * Starts it in front of a server.
     *
     * @param folder empty
     * @param page that has the configuration; only names, ports, paths and time-outs of the client are replaced
     * @param monitoring the one address that may see the server's own endpoints
     */
    static Nginx start(Path folder, Path page, int upstream, String monitoring, Guard guard) throws IOException {
        Path certificate = certificate(folder);
        int port = TestFolders.freePorts(1).get(0);
        String server = block(page);
        server = replace(server, "listen 443 ", "listen 127.0.0.1:" + port + " ");
        server = replace(server, "optibid.example.com", "localhost");
        server = replace(server, "/etc/ssl/optibid.pem", certificate.toString());
        server = replace(
                server,
                "/etc/ssl/private/optibid.key",
                folder.resolve("key.pem").toString());
        server = replace(server, "10.20.0.0/16", monitoring);
        server = replace(server, "127.0.0.1:8080", "127.0.0.1:" + upstream);
        server = replace(server, "client_header_timeout 20s", "client_header_timeout 2s");
        server = replace(server, "client_body_timeout 20s", "client_body_timeout 2s");
        Path file = Files.writeString(folder.resolve("nginx.conf"), MAIN + server + "}\n");
        Process process = run(
                folder,
                List.of(
                        Programs.find("nginx").orElseThrow().toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        file.toString()));
        guard.watch("TERM", process.pid());
        Nginx nginx = new Nginx(process, port, trusting(certificate));
        Patience.until(nginx::isListening, listening -> listening || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError(TestFolders.tail(folder.resolve("output.txt"), 20));
        }
        return nginx;
    }

    private static String block(Path page) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(page));
        if (!block.find()) {
            throw new AssertionError(page + " has no block of nginx");
        }
        return block.group(1);
    }

    private static String replace(String text, String found, String replacement) {
        if (!text.contains(found)) {
            throw new AssertionError("The page's configuration has no " + found);
        }
        return text.replace(found, replacement);
    }

    private static Path certificate(Path folder) throws IOException {
        Path certificate = folder.resolve("certificate.pem");
        Process openssl = run(
                folder,
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost",
                        "-keyout",
                        folder.resolve("key.pem").toString(),
                        "-out",
                        certificate.toString()));
        try {
            if (!openssl.waitFor(1, TimeUnit.MINUTES) || openssl.exitValue() != 0) {
                openssl.destroyForcibly();
                throw new AssertionError(TestFolders.tail(folder.resolve("output.txt"), 20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return certificate;
    }

    private static Process run(Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    private static SSLContext trusting(Path certificate) throws IOException {
        try (InputStream pem = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, new char[0]);
            store.setCertificateEntry(
                    "nginx", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** A TLS connection from that address of the loopback. */
    Socket connect(String from) throws IOException {
        return tls.getSocketFactory().createSocket("localhost", port, InetAddress.getByName(from), 0);
    }

    /** Trusts its certificate. */
    SSLContext trust() {
        return tls;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
        process.destroyForcibly();
    }
}
