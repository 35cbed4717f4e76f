package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogLevelsTest {
    private static final String BIDDING = "energy.optibid.bidding";
    private static final Logger TEST_LEVEL = Logger.getLogger(LogLevels.ROOT);
    private static final Level BEFORE = TEST_LEVEL.getLevel();

    private final LogLevels levels = new LogLevels();

    @AfterEach
    void forget() {
        levels.forget();
        TEST_LEVEL.setLevel(BEFORE);
    }

    @Test
    void loggerShouldFollowTheOneAboveUnlessItHasLevelOfItsOwn() {
        levels.set(new LoggerLevel(LogLevels.ROOT, LogLevel.FINE));
        assertThat(levels.find(BIDDING)).contains(new LoggerLevel(BIDDING, LogLevel.FINE));
        assertThat(Logger.getLogger(BIDDING + ".internal").isLoggable(Level.FINE))
                .isTrue();

        levels.set(new LoggerLevel(BIDDING, LogLevel.WARNING));
        assertThat(levels.find(BIDDING)).contains(new LoggerLevel(BIDDING, LogLevel.WARNING));
        assertThat(Logger.getLogger(BIDDING + ".internal").isLoggable(Level.INFO))
                .isFalse();
        assertThat(levels.find(LogLevels.REQUESTS)).contains(new LoggerLevel(LogLevels.REQUESTS, LogLevel.FINE));
    }

    @Test
    void levelShouldBeTheNearestWhenTheServerWasToldAnother() {
        TEST_LEVEL.setLevel(Level.OFF);
        assertThat(levels.find(LogLevels.ROOT)).contains(new LoggerLevel(LogLevels.ROOT, LogLevel.WARNING));
        TEST_LEVEL.setLevel(Level.CONFIG);
        assertThat(levels.find(LogLevels.ROOT)).contains(new LoggerLevel(LogLevels.ROOT, LogLevel.INFO));
        TEST_LEVEL.setLevel(Level.FINEST);
        assertThat(levels.find(LogLevels.ROOT)).contains(new LoggerLevel(LogLevels.ROOT, LogLevel.FINE));
    }

    @Test
    void otherLoggersShouldBeUnknown() {
        assertThat(levels.find("org.hibernate.orm.jdbc.bind")).isEmpty();
        assertThat(levels.find("")).isEmpty();
        assertThatThrownBy(() -> levels.set(new LoggerLevel("org.hibernate", LogLevel.FINE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyFeatureShouldHaveItsLogger() throws IOException {
        try (Stream<Path> features = Files.list(Path.of("src/main/java/energy/optibid"))) {
            List<String> names = features.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("quantity"))
                    .map(name -> LogLevels.ROOT + "." + name)
                    .toList();
            assertThat(levels.levels()).extracting(LoggerLevel::logger).containsAll(names);
        }
    }
}
