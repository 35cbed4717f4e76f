package energy.optibid.web.rest.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A request's body that is hashed while it is read, so that it need not be kept. */
final class HashedBody extends FilterInputStream {
    private static final int SKIP_BYTES = 8192;

    private final MessageDigest digest = sha();
    private boolean ended;

    HashedBody(InputStream body) {
        super(body);
    }

    /** Whether everything was read; only then does the hash say what was sent. */
    boolean isEnded() {
        return ended;
    }

    /** Reads what is left. */
    HashedBody drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return this;
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's SHA-256 cannot be cloned", e);
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value < 0) {
            ended = true;
        } else {
            digest.update((byte) value);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count < 0) {
            ended = true;
        } else {
            digest.update(buffer, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, SKIP_BYTES)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }
}
