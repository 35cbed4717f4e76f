package energy.optibid.market.internal.rows;

import energy.optibid.market.ImportErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks, and says of a truncated or damaged file what it is. */
final class GzipFile extends InputStream {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream unpacked;
    private final Findings findings;

    GzipFile(InputStream packed, Findings findings) throws IOException {
        this.findings = findings;
        this.unpacked = unpacking(() -> new GZIPInputStream(packed, BUFFER_BYTES));
    }

    @Override
    public int read() throws IOException {
        return unpacking(unpacked::read);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return unpacking(() -> unpacked.read(target, offset, length));
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private <T> T unpacking(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (EOFException e) {
            throw findings.refusal(ImportErrorCode.GZIP_CORRUPT, "The gzip file ends too early: it is truncated");
        } catch (ZipException e) {
            throw findings.refusal(ImportErrorCode.GZIP_CORRUPT, "The gzip file is damaged: " + e.getMessage());
        }
    }
}
