package energy.optibid.platform;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where others put messages as files.
 *
 * @param path a folder that can be written to; absent where none are taken
 */
public record MessageFolder(Optional<Path> path) {
    private static final String KEY = "optibid.feeds.folder";

    /** @throws InvalidSettingException for anything but a folder that is there and can be written to */
    public static MessageFolder of(Settings settings) {
        return new MessageFolder(settings.text(KEY).map(MessageFolder::writable));
    }

    private static Path writable(String text) {
        String allowed = "an absolute path of a folder that is there and that OptiBid may write to";
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute() || !Files.isDirectory(path) || !Files.isWritable(path)) {
                throw new InvalidSettingException(KEY, text, allowed);
            }
            return path.normalize();
        } catch (InvalidPathException e) {
            throw new InvalidSettingException(KEY, text, allowed, e);
        }
    }
}
