package energy.optibid.streaming.internal.folder;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.streaming.MessageFeed;
import energy.optibid.streaming.UnfitMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFeedReaderTest {
    @TempDir
    Path parent;

    private final List<String> taken = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private boolean databaseAnswers = true;
    private Path folder;
    private FolderFeedReader reader;

    @BeforeEach
    void read() {
        folder = parent.resolve("prices");
        reader = new FolderFeedReader(folder, new Feed(), () -> databaseAnswers);
        reader.run();
    }

    @Test
    void messagesShouldBeTakenInTheOrderOfTheirNamesAndGo() throws IOException {
        put("2.json", "second");
        put("1.json", "first");
        put("3.json.part", "still being written");
        Files.createSymbolicLink(folder.resolve("4.json"), put("elsewhere", "not ours"));

        reader.run();
        reader.run();

        assertThat(taken).containsExactly("first", "second");
        assertThat(names(folder)).containsExactly("3.json.part", "4.json", "elsewhere", "refused");
    }

    @Test
    void messageShouldBePutAsideWithItsReasonWhenItDoesNotFit() throws IOException {
        put("1.json", "poison");
        put("2.json", "good");
        Files.write(folder.resolve("3.json"), new byte[] {(byte) 0xff});
        Files.write(folder.resolve("4.json"), new byte[FolderFeedReader.MOST_BYTES + 1]);

        reader.run();

        assertThat(taken).containsExactly("good");
        assertThat(names(folder)).containsExactly("refused");
        Path refused = folder.resolve("refused");
        assertThat(refused.resolve("1.json")).hasContent("poison");
        assertThat(refused.resolve("1.json.reason")).hasContent("poisonous: It is poison");
        assertThat(refused.resolve("3.json.reason")).hasContent("malformed: The message is not UTF-8");
        assertThat(refused.resolve("4.json.reason")).hasContent("malformed: The message has more than 1048576 bytes");
    }

    @Test
    void messagesShouldWaitInTheirOrderWhenOneCannotBeAppliedNow() throws IOException {
        put("1.json", "first");
        put("2.json", "second");
        databaseAnswers = false;
        failure = Optional.of(new IllegalStateException("the database is away"));
        for (int i = 0; i < 10; i++) {
            reader.run();
        }
        assertThat(names(folder)).containsExactly("1.json", "2.json", "refused");

        failure = Optional.empty();
        reader.run();

        assertThat(taken).containsExactly("first", "second");
    }

    @Test
    void messageShouldBePutAsideWhenItFailsAgainAndAgainWhileTheDatabaseAnswers() throws IOException {
        put("1.json", "first");
        failure = Optional.of(new IllegalStateException("a defect"));
        for (int i = 0; i < 4; i++) {
            reader.run();
        }
        assertThat(names(folder)).contains("1.json");

        reader.run();

        assertThat(names(folder)).containsExactly("refused");
        assertThat(folder.resolve("refused/1.json.reason")).content().startsWith("internal-error: ");
    }

    @Test
    void messagesShouldBeTakenWhenTheFolderIsBack() throws IOException {
        Files.delete(folder.resolve("refused"));
        Files.delete(folder);
        Files.writeString(folder, "a file in its place");
        reader.run();

        Files.delete(folder);
        Files.createDirectory(folder);
        put("1.json", "first");
        reader.run();

        assertThat(taken).containsExactly("first");
    }

    private Path put(String name, String message) throws IOException {
        return Files.writeString(folder.resolve(name), message);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.requireNonNull(file.getFileName()).toString())
                    .sorted()
                    .toList();
        }
    }

    private final class Feed implements MessageFeed {
        @Override
        public String topic() {
            return "prices";
        }

        @Override
        public void take(String message) {
            failure.ifPresent(now -> {
                throw now;
            });
            if (message.equals("poison")) {
                throw new UnfitMessageException("poisonous", "It is poison");
            }
            taken.add(message);
        }
    }
}
