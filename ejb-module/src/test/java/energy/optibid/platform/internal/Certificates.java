package energy.optibid.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A certificate that names localhost and nothing else, signed by itself, and a trust store that holds it. */
public record Certificates(Path certificate, Path key, Path trustStore) {

    public static Certificates forLocalhost(Path folder) throws IOException, InterruptedException {
        Certificates made = new Certificates(
                folder.resolve("certificate.pem"), folder.resolve("key.pem"), folder.resolve("trust.jks"));
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                made.key.toString(),
                "-out",
                made.certificate.toString());
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-importcert",
                "-noprompt",
                "-alias",
                "test",
                "-file",
                made.certificate.toString(),
                "-storetype",
                "JKS", // is read without a password
                "-keystore",
                made.trustStore.toString(),
                "-storepass",
                "changeit");
        return made;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
