package energy.optibid.web.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A response that counts what is written to its stream, as all bodies of ours are. */
final class CountedResponse extends HttpServletResponseWrapper {
    private long bytes;
    private boolean leftToServer;
    private @Nullable ServletOutputStream counted;

    CountedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Bytes of the body, before the server compresses it; absent where the server is yet to write a page of its errors. */
    OptionalLong bytes() {
        return leftToServer ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (counted == null) {
            counted = new Counted(super.getOutputStream());
        }
        return counted;
    }

    @Override
    public void sendError(int status) throws IOException {
        leftToServer = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        leftToServer = true;
        super.sendError(status, message);
    }

    private final class Counted extends ServletOutputStream {
        private final ServletOutputStream stream;

        Counted(ServletOutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int next) throws IOException {
            stream.write(next);
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            stream.write(from, offset, length);
            bytes += length;
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            stream.setWriteListener(listener);
        }
    }
}
