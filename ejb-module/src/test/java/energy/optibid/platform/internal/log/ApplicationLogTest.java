package energy.optibid.platform.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.LogLevel;
import energy.optibid.platform.LogLevels;
import energy.optibid.platform.LoggerLevel;
import energy.optibid.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationLogTest {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger(LogLevels.ROOT);
    private static final Logger TEST = Logger.getLogger("energy.optibid.platform.test");
    private static final Level BEFORE = OURS.getLevel();

    @TempDir
    Path folder;

    private final LogLevels levels = new LogLevels();
    private Optional<ApplicationLog> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(ApplicationLog::close);
        OURS.setLevel(BEFORE);
    }

    @Test
    void fileShouldHaveOneLineForEachRecord() throws IOException {
        open(Map.of());

        TEST.warning("first\nline");
        TEST.log(Level.WARNING, "second", new IllegalStateException("it"));

        assertThat(lines("optibid.0.jsonl"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    @Test
    void fileShouldBeSucceededWhenItIsFullAndTheOldestBeDeleted() throws IOException {
        open(Map.of("optibid.log.files", "3", "optibid.log.max-bytes", "65536"));

        for (int i = 0; i < 200; i++) {
            TEST.warning(i + " " + "x".repeat(2_000));
        }

        assertThat(names()).containsExactlyInAnyOrder("optibid.0.jsonl", "optibid.1.jsonl", "optibid.2.jsonl");
        assertThat(lines("optibid.0.jsonl").get(lines("optibid.0.jsonl").size() - 1))
                .contains("\"199 xxx");
        assertThat(folder.resolve("optibid.1.jsonl"))
                .isRegularFile()
                .satisfies(file -> assertThat(Files.size(file)).isBetween(65_536L, 68_000L));
    }

    @Test
    void fileShouldGoOnWhereItWasLeft() throws IOException {
        open(Map.of());
        TEST.warning("before");
        open.orElseThrow().close();
        TEST.warning("meanwhile");
        open(Map.of());
        TEST.warning("after");

        assertThat(lines("optibid.0.jsonl")).hasSize(2);
        assertThat(ROOT.getHandlers()).filteredOn(ApplicationLogTest::isOurs).hasSize(1);
    }

    @Test
    void levelShouldBeThatOfTheEnvironmentUnlessSet() {
        assertThat(settings(Map.of(), Environment.PRODUCTION).level()).isEqualTo(LogLevel.INFO);
        assertThat(settings(Map.of(), Environment.DEVELOPMENT).level()).isEqualTo(LogLevel.FINE);
        assertThat(settings(Map.of("optibid.log.level", "warning"), Environment.DEVELOPMENT)
                        .level())
                .isEqualTo(LogLevel.WARNING);
        assertThatThrownBy(() -> settings(Map.of("optibid.log.level", "loud"), Environment.PRODUCTION))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("WARNING, INFO, FINE");
    }

    @Test
    void levelShouldHoldUntilTheLogIsClosed() throws IOException {
        OURS.setLevel(null);
        open(Map.of("optibid.log.level", "WARNING"));
        TEST.info("not told");
        levels.set(new LoggerLevel("energy.optibid.platform", LogLevel.FINE));
        TEST.fine("told");

        assertThat(lines("optibid.0.jsonl")).singleElement().asString().contains("\"told\"");
        open.orElseThrow().close();
        assertThat(OURS.getLevel()).isNull();
    }

    @Test
    void startShouldGoOnWhenTheFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        open(Map.of("optibid.log.folder", file.resolve("logs").toString()));

        assertThat(ROOT.getHandlers()).noneMatch(ApplicationLogTest::isOurs);
    }

    @Test
    void requestsShouldBeInTheFileOnceAndNotInTheLogOfTheServer() throws IOException {
        List<LogRecord> server = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                server.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger requests = Logger.getLogger(LogLevels.REQUESTS);
        ROOT.addHandler(handler);
        try {
            open(Map.of());
            requests.warning("GET / 200");
            TEST.warning("something else");
            open.orElseThrow().close();
            requests.warning("GET /after 200");
        } finally {
            ROOT.removeHandler(handler);
        }

        assertThat(lines("optibid.0.jsonl")).hasSize(2).first().asString().contains("GET / 200");
        assertThat(server).extracting(LogRecord::getMessage).containsExactly("something else", "GET /after 200");
    }

    @Test
    void thereShouldBeNoFileWhenNoneIsWished() throws IOException {
        open(Map.of("optibid.log.files", "0"));

        assertThat(names()).isEmpty();
    }

    @Test
    void consoleShouldHaveTheSameLinesWhenWishedAndItsOwnAgainAfterwards() {
        Handler console = new ConsoleHandler();
        var before = console.getFormatter();
        ROOT.addHandler(console);
        try {
            open(Map.of("optibid.log.console-json", "true"));
            assertThat(console.getFormatter()).isInstanceOf(JsonLines.class);
            open.orElseThrow().close();
            assertThat(console.getFormatter()).isSameAs(before);
        } finally {
            ROOT.removeHandler(console);
        }
    }

    private void open(Map<String, String> more) {
        ApplicationLog log = new ApplicationLog(settings(more, Environment.PRODUCTION), levels);
        open = Optional.of(log);
        log.open();
    }

    private LogSettings settings(Map<String, String> more, Environment environment) {
        Map<String, String> values = new HashMap<>(Map.of(
                "optibid.log.folder", folder.toString(),
                "optibid.log.files", "10",
                "optibid.log.max-bytes", "10485760"));
        values.putAll(more);
        return LogSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))), environment);
    }

    private static boolean isOurs(Handler handler) {
        return handler.getFormatter() instanceof JsonLines && !(handler instanceof ConsoleHandler);
    }

    private List<String> lines(String name) throws IOException {
        return Arrays.asList(Files.readString(folder.resolve(name)).split("\n", -1)).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .toList();
        }
    }
}
