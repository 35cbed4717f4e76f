package energy.optibid.market.internal.rows;

import energy.optibid.market.ImportErrorCode;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What a zip has in it: one file, as operators send theirs, or the sheets of a workbook (XLSX). It is kept in memory while
 * it is read, and looked through before, so that what is too large unpacked is refused.
 */
final class ZippedFile {
    private static final int MOST_PACKED_BYTES = 64 << 20;
    private static final int MOST_SHEET_BYTES = 128 << 20;

    /** Of what a workbook has besides its sheets, above all its texts, which are kept in memory. */
    private static final int MOST_PART_BYTES = 16 << 20;

    private static final int BUFFER_BYTES = 64 * 1024;

    /** The library takes "true" only, and spreadsheets write 1. */
    private static final Pattern FROM_1904 = Pattern.compile("\\bdate1904\\s*=\\s*[\"'](1|true)[\"']");

    private final ImportLimits limits;
    private final Findings findings;
    private int files;
    private boolean workbook;
    private boolean from1904;

    private ZippedFile(ImportLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** The unpacked bytes of the one file, or the first sheet as CSV. */
    static InputStream open(InputStream packed, ImportLimits limits, Findings findings) throws IOException {
        return new ZippedFile(limits, findings).open(packed);
    }

    private InputStream open(InputStream packed) throws IOException {
        byte[] bytes = packed.readNBytes(MOST_PACKED_BYTES + 1);
        if (bytes.length > MOST_PACKED_BYTES) {
            throw tooLarge("The zip has more than " + MOST_PACKED_BYTES + " bytes");
        }
        try {
            look(new ZipInputStream(new ByteArrayInputStream(bytes)));
        } catch (EOFException | ZipException | IllegalArgumentException e) {
            throw damaged(e);
        }
        if (workbook) {
            return new SheetText(bytes, from1904, findings);
        }
        if (files != 1) {
            throw files == 0
                    ? findings.refusal(ImportErrorCode.ZIP_CORRUPT, "The zip has no file in it, or is damaged")
                    : findings.refusal(
                            ImportErrorCode.ZIP_SEVERAL_FILES,
                            "The zip has " + files + " files; send each of them by itself");
        }
        ZipInputStream file = new ZipInputStream(new ByteArrayInputStream(bytes));
        while (file.getNextEntry().isDirectory()) {
            // There is a file in it.
        }
        return file;
    }

    private void look(ZipInputStream zip) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long whole = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            files += entry.isDirectory() ? 0 : 1;
            workbook |= entry.getName().equals("[Content_Types].xml");
            boolean sheet = entry.getName().startsWith("xl/worksheets/");
            StringBuilder head = new StringBuilder();
            long size = 0;
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                size += read;
                whole += read;
                if (entry.getName().equals("xl/workbook.xml") && head.length() <= MOST_PART_BYTES) {
                    head.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
                if (whole > limits.maxBytes()) {
                    throw tooLarge("The file has more than " + limits.maxBytes() + " bytes after unpacking");
                }
            }
            from1904 |= FROM_1904.matcher(head).find();
            if (workbook && size > (sheet ? MOST_SHEET_BYTES : MOST_PART_BYTES)) {
                throw tooLarge("The part " + entry.getName() + " of the workbook is too large");
            }
        }
    }

    private RuntimeException tooLarge(String message) {
        return findings.refusal(ImportErrorCode.CSV_TOO_LARGE, message);
    }

    private RuntimeException damaged(Exception e) {
        return findings.refusal(ImportErrorCode.ZIP_CORRUPT, "The zip ends too early or is damaged: " + e.getMessage());
    }
}
