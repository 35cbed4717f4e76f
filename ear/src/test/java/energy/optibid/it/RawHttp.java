package energy.optibid.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that no client would send. */
final class RawHttp {
    private static final int PATIENCE_MS = 20_000;

    private RawHttp() {}

    /** Sends these characters and reads until the server closes; empty where it closed without an answer. */
    static String send(URI base, String request) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            return send(socket, request);
        }
    }

    /** The same on a connection that is there, for as long as its time-out. */
    static String send(Socket socket, String request) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException e) {
            // The server has closed already: it may have answered all the same.
        }
        return read(socket.getInputStream());
    }

    private static String read(InputStream answer) {
        try {
            return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
