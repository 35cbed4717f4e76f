package energy.optibid.market.internal.rows;

import energy.optibid.market.ImportErrorCode;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds an XML file before a parser keeps any of it: its size, and how far one angle bracket is from the next, so that
 * neither a text, nor a name, nor an attribute fills the memory.
 */
final class MarkupGuard extends InputStream {
    private final InputStream source;
    private final long mostBytes;
    private final int longestRun;
    private final Findings findings;
    private long bytes;
    private int run;

    MarkupGuard(InputStream source, long mostBytes, int longestRun, Findings findings) {
        this.source = source;
        this.mostBytes = mostBytes;
        this.longestRun = longestRun;
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
        for (int i = offset; i < offset + read; i++) {
            run = target[i] == '<' || target[i] == '>' ? 0 : run + 1;
            if (run > longestRun) {
                throw findings.refusal(
                        ImportErrorCode.XML_TOO_LARGE,
                        "A text or a tag of the file is longer than " + longestRun + " bytes");
            }
        }
        bytes += Math.max(0, read);
        if (bytes > mostBytes) {
            throw findings.refusal(
                    ImportErrorCode.XML_TOO_LARGE, "The file has more than " + mostBytes + " bytes, after unpacking");
        }
        return read;
    }
}
