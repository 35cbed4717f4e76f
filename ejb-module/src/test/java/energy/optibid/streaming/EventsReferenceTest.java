package energy.optibid.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reference/events.md against the code. */
class EventsReferenceTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\| `([a-z]+)` \\|");
    private static final Pattern NAME = Pattern.compile("\"([A-Z][A-Za-z]+(?:ed|awn))\"");

    @Test
    void pageShouldNameTheTopicOfEachEvent() {
        Map<String, String> listed = listed();

        assertThat(listed).hasSizeGreaterThan(10);
        listed.forEach((event, topic) ->
                assertThat(EventTopic.of(event).topic()).as(event).isEqualTo(topic));
    }

    @Test
    void pageShouldListEachEventThatHasATopicOfItsOwn() {
        Path source = ROOT.resolve("ejb-module/src/main/java/energy/optibid/streaming/EventTopic.java");

        assertThat(names(source)).isEqualTo(listed().keySet());
    }

    @Test
    void pageShouldListEachEventThatIsAppended() throws IOException {
        Set<String> appended = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("ejb-module/src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).contains("import energy.optibid.streaming.Outbox;"))
                    .forEach(file -> appended.addAll(names(file)));
        }
        // The portfolio puts its names together.
        appended.removeAll(Set.of("Created", "Updated", "Deleted"));

        assertThat(appended).isNotEmpty();
        assertThat(listed().keySet()).containsAll(appended);
    }

    private static Map<String, String> listed() {
        Map<String, String> listed = new TreeMap<>();
        for (MatchResult row : ROW.matcher(text(ROOT.resolve("docs/reference/events.md")))
                .results()
                .toList()) {
            listed.put(row.group(1), row.group(2));
        }
        return listed;
    }

    private static Set<String> names(Path file) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(text(file)).results().forEach(name -> names.add(name.group(1)));
        return names;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
