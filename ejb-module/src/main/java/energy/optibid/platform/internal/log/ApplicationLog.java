package energy.optibid.platform.internal.log;

import energy.optibid.platform.LogLevels;
import energy.optibid.platform.LoggerLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes all that this server logs to files of JSON lines, from the start of OptiBid to its end. Beside the server's own
 * log, which stays as it is but for its console where that is wished: its formatters cannot tell the request (ADR 0075).
 */
public final class ApplicationLog {
    private static final Logger LOG = Logger.getLogger(ApplicationLog.class.getName());

    private final LogSettings settings;
    private final LogLevels levels;
    private final Logger root = Logger.getLogger("");
    private final Logger requests = Logger.getLogger(LogLevels.REQUESTS);
    private final List<Runnable> ends = new ArrayList<>();

    public ApplicationLog(LogSettings settings, LogLevels levels) {
        this.settings = settings;
        this.levels = levels;
    }

    /** A file that cannot be written is told and no reason not to start. */
    public synchronized void open() {
        if (!ends.isEmpty()) {
            return;
        }
        levels.set(new LoggerLevel(LogLevels.ROOT, settings.level()));
        ends.add(levels::forget);
        if (settings.console()) {
            for (Handler handler : root.getHandlers()) {
                takeOver(handler);
            }
        }
        file().ifPresent(this::attach);
    }

    /** Leaves the server's log as it was. */
    public synchronized void close() {
        ends.forEach(Runnable::run);
        ends.clear();
    }

    private void attach(Handler handler) {
        root.addHandler(handler);
        ends.add(() -> {
            root.removeHandler(handler);
            handler.close();
        });
        tellRequests(handler);
    }

    private void takeOver(Handler handler) {
        if (handler instanceof ConsoleHandler) {
            Formatter before = handler.getFormatter();
            handler.setFormatter(new JsonLines());
            ends.add(() -> handler.setFormatter(before));
            tellRequests(handler);
        }
    }

    /** Once they have a place of their own, the lines of requests stay out of the server's log: it would be full of them. */
    private void tellRequests(Handler handler) {
        requests.addHandler(handler);
        requests.setUseParentHandlers(false);
        ends.add(() -> {
            requests.removeHandler(handler);
            requests.setUseParentHandlers(true);
        });
    }

    private Optional<Handler> file() {
        if (settings.files() == 0) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(settings.folder());
            String folder = settings.folder().toString().replace("%", "%%");
            Handler file = new FileHandler(folder + "/optibid.%g.jsonl", settings.maxBytes(), settings.files(), true);
            file.setLevel(Level.ALL);
            file.setEncoding(StandardCharsets.UTF_8.name());
            file.setFormatter(new JsonLines());
            return Optional.of(file);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "There is no log in " + settings.folder() + ": let the server write there, or set"
                            + " optibid.log.folder. OptiBid goes on without");
            return Optional.empty();
        }
    }
}
