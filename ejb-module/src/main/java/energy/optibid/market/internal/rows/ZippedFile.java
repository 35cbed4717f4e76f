package energy.optibid.market.internal.rows;

import energy.optibid.market.ImportErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What a zip has in it: one file, as operators send theirs, or the sheets of a workbook (XLSX). It is kept in memory while
 * it is read, and unpacked once before, by the same directory of its files, so that what is too large is refused.
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
    private long unpacked;

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
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                    .get();
            List<ZipArchiveEntry> files = Collections.list(zip.getEntries()).stream()
                    .filter(entry -> !entry.isDirectory())
                    .toList();
            return files.stream().anyMatch(entry -> entry.getName().equals("[Content_Types].xml"))
                    ? workbook(bytes, zip, files)
                    : oneFile(zip, files);
        } catch (IOException | IllegalArgumentException e) {
            // It is read from memory: what fails is the zip.
            throw findings.refusal(
                    ImportErrorCode.ZIP_CORRUPT, "The zip ends too early or is damaged: " + e.getMessage());
        }
    }

    private InputStream workbook(byte[] bytes, ZipFile zip, List<ZipArchiveEntry> parts) throws IOException {
        boolean from1904 = false;
        for (ZipArchiveEntry part : parts) {
            int most = part.getName().startsWith("xl/worksheets/") ? MOST_SHEET_BYTES : MOST_PART_BYTES;
            unpack(zip, part, most, "The part " + part.getName() + " of the workbook");
            if (part.getName().equals("xl/workbook.xml")) {
                byte[] content = zip.getInputStream(part).readNBytes(MOST_PART_BYTES);
                from1904 = FROM_1904
                        .matcher(new String(content, StandardCharsets.ISO_8859_1))
                        .find();
            }
        }
        return new SheetText(bytes, from1904, findings);
    }

    private InputStream oneFile(ZipFile zip, List<ZipArchiveEntry> files) throws IOException {
        if (files.isEmpty()) {
            throw findings.refusal(ImportErrorCode.ZIP_CORRUPT, "The zip has no file in it");
        }
        if (files.size() > 1) {
            throw findings.refusal(
                    ImportErrorCode.ZIP_SEVERAL_FILES,
                    "The zip has " + files.size() + " files; send each of them by itself");
        }
        unpack(zip, files.get(0), limits.maxBytes(), "The file");
        return zip.getInputStream(files.get(0));
    }

    /** To its end, and keeps nothing of it. */
    private void unpack(ZipFile zip, ZipArchiveEntry entry, long most, String what) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        try (InputStream content = zip.getInputStream(entry)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                unpacked += read;
                if (size > most || unpacked > limits.maxBytes()) {
                    throw tooLarge(
                            what + " has more than " + Math.min(most, limits.maxBytes()) + " bytes after unpacking");
                }
            }
        }
    }

    private RuntimeException tooLarge(String message) {
        return findings.refusal(ImportErrorCode.CSV_TOO_LARGE, message);
    }
}
