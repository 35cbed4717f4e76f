package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system that some tests need. */
final class Programs {
    /** Debian keeps servers there, and out of the path of who is not an administrator. */
    private static final String SERVERS = "/usr/sbin";

    private Programs() {}

    static Optional<Path> find(String name) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), Stream.of(SERVERS))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Skips the test where one is missing; fails it in CI. */
    static void require(String... names) {
        for (String name : List.of(names)) {
            boolean present = find(name).isPresent();
            String reason = name + " is not installed (Debian: apt-get install " + packages(name) + ")";
            if ("true".equals(System.getenv("CI"))) {
                assertThat(present).as(reason).isTrue();
            }
            assumeTrue(present, reason);
        }
    }

    /** Most of Debian's packages have the names of their programs. */
    private static String packages(String program) {
        return program.equals("rsyslogd") ? "rsyslog rsyslog-relp" : program;
    }
}
