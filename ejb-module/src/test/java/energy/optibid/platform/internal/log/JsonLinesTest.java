package energy.optibid.platform.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.LogContext;
import energy.optibid.platform.LogFields;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final UUID ORGANISATION = UUID.fromString("0199b2a4-0b5d-7a90-9d1b-6c4e8f7a2b00");
    private static final UUID USER = UUID.fromString("0199b2a4-0b5e-7c11-8a64-2f0d9c3b1e01");

    private final JsonLines lines = new JsonLines();

    @Test
    void lineShouldTellTimeLevelLoggerMessageAndForWhom() {
        LogRecord record = new LogRecord(Level.WARNING, "{0} of {1}");
        record.setLoggerName("energy.optibid.test");
        record.setParameters(new Object[] {"one", "two"});
        record.setInstant(Instant.parse("2026-11-26T12:00:00.5Z"));
        LogContext.Scope scope = LogContext.ofRequest("r-1", Optional.of("ab".repeat(16)))
                .of(ORGANISATION, USER)
                .enter();
        try {
            JsonObject line = parsed(lines.format(record));

            assertThat(line.getString("time")).isEqualTo("2026-11-26T12:00:00.500000Z");
            assertThat(line.getString("level")).isEqualTo("WARNING");
            assertThat(line.getString("logger")).isEqualTo("energy.optibid.test");
            assertThat(line.getString("message")).isEqualTo("one of two");
            assertThat(line.getString("requestId")).isEqualTo("r-1");
            assertThat(line.getString("traceId")).isEqualTo("ab".repeat(16));
            assertThat(line.getString("organisationId")).isEqualTo(ORGANISATION.toString());
            assertThat(line.getString("userId")).isEqualTo(USER.toString());
        } finally {
            scope.leave();
        }
    }

    @Test
    void lineShouldHaveNoIdsWhenNobodyIsKnown() {
        assertThat(parsed(message("Hello")))
                .doesNotContainKeys("requestId", "traceId", "organisationId", "userId", "exception", "stack");
    }

    @Test
    void levelShouldBeOneOfFourWhateverItIsCalled() {
        Map<Level, String> expected = Map.of(
                Level.SEVERE,
                "SEVERE",
                new Level("FATAL", 1_100) {},
                "SEVERE",
                new Level("WARN", 900) {},
                "WARNING",
                Level.INFO,
                "INFO",
                Level.CONFIG,
                "FINE",
                new Level("DEBUG", 500) {},
                "FINE",
                Level.FINEST,
                "FINE");

        expected.forEach((level, name) -> assertThat(
                        parsed(lines.format(new LogRecord(level, "x"))).getString("level"))
                .isEqualTo(name));
    }

    @Test
    void fieldsShouldBeMembersAndTheirTextTheMessage() {
        LogRecord record = new LogFields(
                        "GET /{0} 200", Map.of("path", "/{0}", "durationMs", new BigDecimal("0.012"), "bytes", 12L))
                .toRecord(Level.INFO, "energy.optibid.requests");

        JsonObject line = parsed(lines.format(record));

        assertThat(line.getString("message")).isEqualTo("GET /{0} 200");
        assertThat(line.getString("path")).isEqualTo("/{0}");
        assertThat(line.getJsonNumber("durationMs").bigDecimalValue()).isEqualTo("0.012");
        assertThat(line.getInt("bytes")).isEqualTo(12);
    }

    @Test
    void stackShouldStayOnTheLine() {
        LogRecord record = new LogRecord(Level.SEVERE, "It failed");
        record.setThrown(new IllegalStateException("first\nsecond", new IllegalArgumentException("cause")));

        JsonObject line = parsed(lines.format(record));

        assertThat(line.getString("exception")).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.getString("stack")).contains("first\nsecond", "Caused by: ", "\tat energy.optibid");
    }

    @Test
    void secretsShouldBeMaskedAlsoInFieldsAndStacks() {
        LogRecord record = new LogFields("password=hush", Map.of("path", "/x?token=hush")).toRecord(Level.INFO, "test");
        record.setThrown(new IllegalStateException("jdbc:postgresql://me:hush@db/x"));

        assertThat(lines.format(record)).doesNotContain("hush");
    }

    @Test
    void lineShouldBeBoundedWhateverIsLogged() {
        LogRecord record = new LogRecord(Level.INFO, "\u0001".repeat(1_000_000));
        record.setLoggerName("\u0001".repeat(10_000));
        record.setThrown(new IllegalStateException("\u0001".repeat(1_000_000)));

        String line = lines.format(record);

        assertThat(parsed(line).getString("message"))
                .hasSize(JsonLines.MAX_MESSAGE + 1)
                .endsWith("…");
        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(128 * 1024);
    }

    @Test
    void lineShouldComeBackAsItWasLoggedWhateverIsInIt() {
        Random random = new Random(20261126);
        for (int round = 0; round < 2_000; round++) {
            String text = text(random);

            byte[] written = message(text).getBytes(StandardCharsets.UTF_8);

            String line = new String(written, StandardCharsets.UTF_8);
            assertThat(line.chars().filter(c -> c < ' ' || c == 0x85 || c == 0x2028 || c == 0x2029))
                    .as(line)
                    .containsExactly((int) '\n');
            assertThat(parsed(line).getString("message")).isEqualTo(wellFormed(text));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(128));
                case 1 -> text.append((char) random.nextInt(65_536));
                case 2 -> text.appendCodePoint(0x1f600 + random.nextInt(64));
                default -> text.append("\"\\\n\r\u2028\u0085{}".charAt(random.nextInt(8)));
            }
        }
        return text.toString();
    }

    /** UTF-8 has no halves of characters. */
    private static String wellFormed(String text) {
        return text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String message(String text) {
        return lines.format(new LogRecord(Level.INFO, text));
    }

    private static JsonObject parsed(String line) {
        assertThat(line).endsWith("}\n");
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
