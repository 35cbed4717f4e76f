package energy.optibid.market.internal.rows;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The bytes as received: counted and digested, with a look ahead at the first ones. */
public final class RawFile extends InputStream {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int LONGEST_MARK = 4;

    /** RFC 1952, 2.3.1. */
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    /** APPNOTE 4.3.7: of the first file in it. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final InputStream source;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long count;

    public RawFile(InputStream source) {
        this.source = source;
    }

    /**
     * The bytes, or those that are packed in them by gzip or as the one file of a zip, or the first sheet of a workbook (XLSX) as
     * CSV; nothing may have been read before.
     */
    public InputStream unpacked(ImportLimits limits, Findings findings) throws IOException {
        while (limit < LONGEST_MARK && fillMore()) {
            // A network may hand over one byte at a time.
        }
        if (beginsWith(GZIP)) {
            return new GzipFile(this, findings);
        }
        return beginsWith(ZIP) ? ZippedFile.open(this, limits, findings) : this;
    }

    private boolean beginsWith(byte[] mark) {
        return limit >= mark.length && Arrays.equals(buffer, 0, mark.length, mark, 0, mark.length);
    }

    @Override
    public int read() throws IOException {
        return ensure() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ensure()) {
            return -1;
        }
        int read = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, read);
        position += read;
        return read;
    }

    /** Zero at the end of the file only: the JDK's gzip stream asks this whether another member follows. */
    @Override
    public int available() throws IOException {
        return ensure() ? limit - position : 0;
    }

    /** Reads what is left, so that the digest covers the whole file. */
    public void drain() throws IOException {
        while (ensure()) {
            position = limit;
        }
    }

    public long count() {
        return count;
    }

    public String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean ensure() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = 0;
        return fillMore();
    }

    private boolean fillMore() throws IOException {
        int read = source.read(buffer, limit, buffer.length - limit);
        if (read <= 0) {
            return false;
        }
        digest.update(buffer, limit, read);
        limit += read;
        count += read;
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
