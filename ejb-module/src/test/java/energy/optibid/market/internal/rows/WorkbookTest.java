package energy.optibid.market.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportRefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks as spreadsheets write them, part by part, and what somebody broke of them. */
class WorkbookTest {
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String ROWS = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>price</t></is></c><c r="C1" t="s"><v>1</v></c></row>
            <row r="2"><c r="A2" s="1"><v>45301</v></c><c r="B2"><v>2870.2399999999998</v></c><c r="C2" t="s"><v>2</v></c></row>
            <row r="4"><c r="A4" s="2"><v>45301.010416666664</v></c><c r="B4"><f>B2*-1</f><v>-2870.2399999999998</v></c></row>
            <row r="5"><c r="A5" s="1"><v>45301.041666666672</v></c><c r="B5" t="e"><v>#N/A</v></c><c r="C5" s="1"><v>0.25</v></c>
            <c r="D5"/></row>
            <row r="6"><c r="A6" s="1"><v>1E+300</v></c><c r="B6"><v>1E-7</v></c><c r="C6" t="b"><v>1</v></c></row>
            """;

    @Test
    void firstSheetShouldBeReadAsText() throws IOException {
        assertThat(text(workbook(parts(ROWS))).lines())
                .containsExactly(
                        "time,price,\"a, \"\"b\"\"\"",
                        "2024-01-10 00:00:00,2870.24,two lines",
                        "",
                        "2024-01-10 00:15:00,-2870.24,",
                        "2024-01-10 01:00:00,#N/A,06:00",
                        "1E+300,0.0000001,true");
    }

    @Test
    void daysShouldCountFrom1904WhereTheWorkbookSaysSo() throws IOException {
        Map<String, String> parts = parts("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43839.5</v></c></row>");
        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));

        assertThat(text(workbook(parts))).isEqualTo("2024-01-10 12:00:00\n");
    }

    @Test
    void brokenWorkbookShouldBeRefusedOrReadButNeverFailOtherwise() throws IOException {
        byte[] sound = workbook(parts(ROWS));
        Random random = new Random(20261127);
        for (int i = 0; i < 400; i++) {
            byte[] broken = i % 2 == 0 ? Arrays.copyOf(sound, random.nextInt(4, sound.length)) : sound.clone();
            broken[random.nextInt(4, broken.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                text(broken);
            } catch (ImportRefusedException e) {
                assertThat(e.findings()).isNotEmpty();
            }
        }
        for (String part : parts(ROWS).keySet()) {
            Map<String, String> without = parts(ROWS);
            without.remove(part);
            try {
                text(workbook(without));
            } catch (ImportRefusedException e) {
                assertThat(e.findings()).isNotEmpty();
            }
        }
    }

    @Test
    void entitiesShouldNotBeLookedUp() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(1);
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            for (String part : parts(ROWS).keySet()) {
                Map<String, String> parts = parts(ROWS);
                parts.computeIfPresent(
                        part,
                        (name, xml) -> HEADER + "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + address
                                + "\"><!ENTITY % y SYSTEM \"" + address + "\">%y;]>"
                                + xml.substring(HEADER.length()).replaceFirst("</", "&x;</"));
                try {
                    assertThat(text(workbook(parts))).doesNotContain("secret");
                } catch (ImportRefusedException e) {
                    assertThat(e.findings()).isNotEmpty();
                }
            }
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void textsThatFillTheMemoryShouldBeRefusedBeforeTheyAreRead() throws IOException {
        Map<String, String> texts = parts(ROWS);
        texts.put(
                "xl/sharedStrings.xml",
                HEADER + "<sst>" + "<si><t>aaaaaaaaaaaaaaaa</t></si>".repeat(700_000) + "</sst>");
        // Parts may come before the one that says what the file is.
        Map<String, String> textsFirst = new LinkedHashMap<>();
        textsFirst.put("xl/sharedStrings.xml", String.valueOf(texts.get("xl/sharedStrings.xml")));
        texts.forEach(textsFirst::putIfAbsent);
        Map<String, String> rows = parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>".repeat(4_000_000));

        assertRefused(workbook(texts), ImportErrorCode.CSV_TOO_LARGE);
        assertRefused(workbook(textsFirst), ImportErrorCode.CSV_TOO_LARGE);
        assertRefused(workbook(rows), ImportErrorCode.CSV_TOO_LARGE);
    }

    @Test
    void entitiesWithinEntitiesShouldBeRefusedOrLeftOut() throws IOException {
        StringBuilder declared = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 12; i++) {
            declared.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        Map<String, String> parts = parts("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e11;</t></is></c></row>");
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml", (name, xml) -> HEADER + declared + "]>" + xml.substring(HEADER.length()));

        try {
            assertThat(text(workbook(parts))).hasSizeLessThan(1_000);
        } catch (ImportRefusedException e) {
            assertThat(e.findings()).isNotEmpty();
        }
    }

    private static void assertRefused(byte[] file, ImportErrorCode code) {
        assertThatThrownBy(() -> text(file))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.findings().get(0).code()).isEqualTo(code));
    }

    private static String text(byte[] file) throws IOException {
        try (InputStream text =
                new RawFile(new ByteArrayInputStream(file)).unpacked(ImportLimits.DEFAULT, new Findings(10))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** With a sheet of those rows; cell style 1 is a date that each spreadsheet knows, style 2 one of its own. */
    private static Map<String, String> parts(String rows) {
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "docProps/app.xml",
                HEADER
                        + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>");
        parts.put(
                "[Content_Types].xml",
                HEADER + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + types + "styles+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + types
                        + "sharedStrings+xml\"/>"
                        + "</Types>");
        parts.put(
                "xl/workbook.xml",
                HEADER + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + relations
                        + "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                HEADER + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"" + relations
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "</Relationships>");
        parts.put(
                "xl/styles.xml",
                HEADER + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\""
                        + " formatCode=\"[$-409]dd/mm/yyyy\\ hh:mm\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"22\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/sharedStrings.xml",
                HEADER + "<sst xmlns=\"" + MAIN
                        + "\"><si><t>time</t></si><si><t>a, \"b\"</t></si><si><t>two\nlines</t></si></sst>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                HEADER + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static byte[] workbook(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
