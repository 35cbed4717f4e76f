package energy.optibid.streaming.internal.folder;

import energy.optibid.streaming.MessageFeed;
import energy.optibid.streaming.UnfitMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Hands a folder's files to a feed, one message each, in the order of their names. A file goes only after the feed has applied
 * it, so a node that dies in between applies it again, which the feed's inbox knows; nodes that share the folder do no harm for
 * the same reason. What does not fit goes to the folder {@code refused} inside, with a file beside it that says why.
 */
final class FolderFeedReader implements Runnable {
    static final int MOST_BYTES = 1 << 20;

    private static final Logger LOG = System.getLogger(FolderFeedReader.class.getName());
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_ATTEMPTS = 5;

    private final Path folder;
    private final Path refused;
    private final MessageFeed feed;
    private final BooleanSupplier databaseAnswers;
    private final Map<Path, Integer> failures = new HashMap<>();
    private boolean unreadable;

    /** @param databaseAnswers whether a message that fails again and again is itself to blame */
    FolderFeedReader(Path folder, MessageFeed feed, BooleanSupplier databaseAnswers) {
        this.folder = folder;
        this.refused = folder.resolve("refused");
        this.feed = feed;
        this.databaseAnswers = databaseAnswers;
    }

    /** Takes what is there; stops at the first that could not be applied now, to begin with it the next time. */
    @Override
    public void run() {
        try {
            Files.createDirectories(refused);
            boolean all = true;
            for (Path file : waiting()) {
                all = all && take(file);
            }
            unreadable = false;
        } catch (IOException | UncheckedIOException e) {
            LOG.log(
                    unreadable ? Level.DEBUG : Level.WARNING,
                    "Messages in " + folder
                            + " wait: it cannot be read or changed. Let OptiBid read, write and delete there.",
                    e);
            unreadable = true;
        }
    }

    private List<Path> waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_AT_ONCE)
                    .toList();
        }
    }

    private boolean take(Path file) throws IOException {
        try {
            feed.take(text(file));
            Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "Another node has taken it: " + file, e);
        } catch (UnfitMessageException e) {
            putAside(file, e.code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return giveUp(file, e);
        }
        failures.remove(file);
        return true;
    }

    private boolean giveUp(Path file, RuntimeException e) throws IOException {
        int attempts = failures.merge(file, 1, Integer::sum);
        if (attempts < MOST_ATTEMPTS || !databaseAnswers.getAsBoolean()) {
            LOG.log(attempts == 1 ? Level.WARNING : Level.DEBUG, file + " could not be applied; it is tried again", e);
            return false;
        }
        LOG.log(Level.ERROR, file + " fails again and again; this is why", e);
        putAside(file, "internal-error", "It could not be applied; the reason is in the server's log");
        failures.remove(file);
        return true;
    }

    private void putAside(Path file, String code, String reason) throws IOException {
        String name = file.getFileName().toString();
        Path target = refused.resolve(name);
        // First the reason: a node that dies in between does both again.
        Files.writeString(refused.resolve(name + ".reason"), code + ": " + reason + System.lineSeparator());
        try {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "Another node has put it aside: " + file, e);
            return;
        }
        LOG.log(Level.WARNING, "A message was put aside: {0}: {1}. Mend {2} and move it back.", code, reason, target);
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnfitMessageException("malformed", "The message has more than " + MOST_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnfitMessageException("malformed", "The message is not UTF-8");
        }
    }
}
