package energy.optibid.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one-command run: a PostgreSQL that keeps its data, Payara Micro with OptiBid, and one block that says where
 * everything is. Ends, with both, on Ctrl-C or a termination signal.
 *
 * <p>Whatever goes wrong is one line on the error output and an exit code other than 0.
 */
public final class Launcher {

    private static final int FAILED = 1;

    /** Held here, because loggers that nobody holds forget their level. */
    private static final Logger POSTGRESQL = Logger.getLogger("io.zonky");

    private Launcher() {}

    public static void main(String[] args) {
        // The JVM ends here, also where Maven runs this in its own: nothing of Maven's stands below our line then.
        System.exit(run(System.out, System.err));
    }

    @SuppressWarnings("SystemOut")
    private static int run(PrintStream out, PrintStream err) {
        long startedNanos = System.nanoTime();
        POSTGRESQL.setLevel(Level.WARNING);
        Run run = new Run(out, startedNanos);
        try {
            Java.require(Runtime.version().feature());
            Settings settings = Settings.fromSystemProperties();
            requireFreePort(settings);
            run.start(settings);
            run.awaitEnd();
            return 0;
        } catch (RefusalException e) {
            return end(run, err, e.line());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return end(run, err, "interrupted");
        } catch (RuntimeException e) {
            return end(run, err, e + keep(e, run.launcherLog()));
        }
    }

    private static int end(Run run, PrintStream err, String line) {
        if (run.isStopping()) {
            return 0;
        }
        err.println("OptiBid: " + line);
        run.stop();
        return FAILED;
    }

    /** A failure that nobody foresaw: its stack trace goes into a file. */
    private static String keep(RuntimeException failure, Path log) {
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log))) {
            failure.printStackTrace(writer);
            return " (more in " + log + ")";
        } catch (IOException e) {
            return "";
        }
    }

    private static void requireFreePort(Settings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()));
        } catch (IOException e) {
            throw new RefusalException("Port " + settings.port() + " of " + settings.address() + " cannot be used ("
                    + e.getMessage() + "): stop the program that has it, or choose another one with -D"
                    + Settings.PORT + "=NUMBER.");
        }
    }
}
