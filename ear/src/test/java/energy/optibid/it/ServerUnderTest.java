package energy.optibid.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The one server of this run of the tests, started when it is first asked for. */
final class ServerUnderTest {

    private static Optional<Form> running = Optional.empty();
    private static Optional<RuntimeException> failure = Optional.empty();

    private ServerUnderTest() {}

    static URI base() {
        return form().base();
    }

    static Optional<Path> log() {
        return running.map(Form::log);
    }

    static Path logFolder() {
        return form().logFolder();
    }

    /** The database under it, for a test that has to look behind the API. */
    static Database database() {
        return form().database();
    }

    static Optional<Redis> redis() {
        return form().redis();
    }

    static Map<String, String> undeployed() {
        return form().undeployed();
    }

    static Optional<Kafka> kafka() {
        return form().kafka();
    }

    static Optional<ClickHouse> clickHouse() {
        return form().clickHouse();
    }

    static Optional<Mlflow> mlflow() {
        return form().mlflow();
    }

    static Optional<EntsoePlatform> entsoe() {
        return form().entsoe();
    }

    private static synchronized Form form() {
        failure.ifPresent(earlier -> {
            throw earlier;
        });
        if (running.isEmpty()) {
            try {
                running = Optional.of(start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
        return running.get();
    }

    private static Form start() throws IOException {
        String form = System.getProperty("optibid.form", "");
        return switch (form) {
            case "micro" -> MicroForm.start();
            case "server" -> ServerForm.start();
            default -> throw new IllegalArgumentException("optibid.form is micro or server, not '" + form + "'");
        };
    }
}
