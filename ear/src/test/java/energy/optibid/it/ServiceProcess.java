package energy.optibid.it;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;

/** An optional service of the test's own, in a process of its own that comes, goes and freezes; ends with this JVM. */
abstract class ServiceProcess {
    private final Guard guard;
    private final int port;
    private Optional<Process> process = Optional.empty();

    /** Takes a port and starts nothing. */
    ServiceProcess(Guard guard, int port) {
        this.guard = guard;
        this.port = port;
    }

    /** Its name in the health document. */
    abstract String name();

    /** Switches it on in OptiBid, whether it runs or not. */
    abstract Map<String, String> environment();

    /** The program to run, at the loopback's {@link #port}. */
    protected abstract ProcessBuilder program() throws IOException;

    final int port() {
        return port;
    }

    /** On its way; nobody needs to wait for it. */
    final void bringBack() {
        try {
            Process started = program().redirectErrorStream(true).start();
            guard.watch("KILL", started.pid());
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            process = Optional.of(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is back, and answers. */
    final void comeBack() {
        bringBack();
        awaitAnswer();
    }

    /** Waits until it does its work; for what takes a connection only then, that is enough. */
    protected void awaitAnswer() {
        Patience.until(this::takesConnections, takes -> takes);
    }

    private boolean takesConnections() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Also where it runs no more, or never did. */
    final void kill() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
    }

    /** It keeps its connections, takes new ones, and answers nothing. */
    final void freeze() {
        signal("STOP");
    }

    final void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder(
                            "kill",
                            "-" + name,
                            String.valueOf(process.orElseThrow().pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
