package energy.optibid.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** OptiBid's own log of the server under test. */
final class JsonLog {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLog() {}

    /** The file that is written to at the moment. */
    static Path current() {
        return ServerUnderTest.logFolder().resolve("optibid.0.jsonl");
    }

    /** The lines of all files, the oldest first; what is being written at the moment is not there yet. */
    static List<String> lines() {
        try (Stream<Path> files = Files.list(ServerUnderTest.logFolder())) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted(Comparator.comparingInt(JsonLog::generation).reversed())
                    .flatMap(JsonLog::lines)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that a request logged, once its own one is there. */
    static List<JsonNode> awaitRequest(String requestId) {
        return Patience.until(
                () -> lines().stream()
                        .filter(line -> line.contains('"' + requestId + '"'))
                        .map(JsonLog::parsed)
                        .toList(),
                lines -> lines.stream().anyMatch(JsonLog::isRequest));
    }

    static boolean isRequest(JsonNode line) {
        return line.path("logger").asText().equals("energy.optibid.requests");
    }

    static JsonNode parsed(String line) {
        try {
            return STRICT.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            String text = Files.readString(file);
            String[] lines = text.split("\n", -1);
            return Stream.of(lines).limit(lines.length - 1L);
        } catch (NoSuchFileException e) {
            return Stream.empty(); // it got its next name meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int generation(Path file) {
        return Integer.parseInt(file.getFileName().toString().split("\\.", -1)[1]);
    }
}
