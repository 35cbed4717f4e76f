package energy.optibid.market.internal.rows;

import energy.optibid.market.ImportErrorCode;
import java.io.IOException;
import java.io.InputStream;

/** Ends the import before a file does harm: one that is binary, too large, or has a line without an end. */
final class TextGuard extends InputStream {
    private final InputStream source;
    private final ImportLimits limits;
    private final Findings findings;
    private long bytes;
    private long line = 1;
    private int lineBytes;

    TextGuard(InputStream source, ImportLimits limits, Findings findings) {
        this.source = source;
        this.limits = limits;
        this.findings = findings;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = source.read(target, offset, length);
        if (read > 0) {
            bytes += read;
            if (bytes > limits.maxBytes()) {
                throw findings.refusal(
                        ImportErrorCode.CSV_TOO_LARGE,
                        "The file has more than " + limits.maxBytes() + " bytes after unpacking");
            }
            check(target, offset, offset + read);
        }
        return read;
    }

    private void check(byte[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = target[i];
            if (b == '\n') {
                line++;
                lineBytes = 0;
            } else if (++lineBytes > limits.maxLineBytes()) {
                throw findings.refusal(
                        ImportErrorCode.CSV_LINE_TOO_LONG,
                        "Line " + line + " has more than " + limits.maxLineBytes() + " bytes");
            } else if (b >= 0 && b < ' ' && b != '\t' && b != '\r') {
                throw findings.refusal(
                        ImportErrorCode.CSV_NOT_TEXT,
                        "Line " + line + " has a control character (" + b + "): the file is not text in UTF-8");
            }
        }
    }
}
