package energy.optibid.web.rest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class TableTest {

    enum Kind {
        RUN_OF_RIVER
    }

    record Inner(BigDecimal powerMw, Optional<BigDecimal> cycles) {}

    record Row(String name, Kind kind, Optional<Inner> battery, Optional<Integer> count) {}

    @Test
    void csvShouldHaveAColumnForEachFieldOfARecordWithin() {
        Table<Row> table = new Table<>(
                Row.class,
                List.of(
                        new Row(
                                "A",
                                Kind.RUN_OF_RIVER,
                                Optional.of(new Inner(new BigDecimal("1E+2"), Optional.empty())),
                                Optional.of(-3)),
                        new Row("B, \"C\"", Kind.RUN_OF_RIVER, Optional.empty(), Optional.empty())));

        assertThat(table.csv()).isEqualTo("""
                name,kind,battery.powerMw,battery.cycles,count\r
                A,run-of-river,100,,-3\r
                "B, ""C\""",run-of-river,,,\r
                """);
    }

    @Test
    void csvShouldHaveItsHeaderWhenThereAreNoRows() {
        assertThat(new Table<>(Row.class, List.<Row>of()).csv())
                .isEqualTo("name,kind,battery.powerMw,battery.cycles,count\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", " =1", "\t=1", "\"=1", "'=1", "＝1"})
    void csvShouldDefuseTextWhenItCouldBeAFormula(String name) {
        assertThat(CsvCells.cell(name)).matches("\"?'.*").contains(name.replace("\"", "\"\""));
    }

    @ParameterizedTest
    @CsvSource({"Nord-Süd", "A=B", "1"})
    void csvShouldLeaveTextWhenItIsNoFormula(String name) {
        assertThat(CsvCells.cell(name)).isEqualTo(name);
    }

    @Test
    void xlsxShouldHoldTextsAsTextsAndNumbersAsNumbers() throws Exception {
        Inner inner = new Inner(new BigDecimal("1.50"), Optional.empty());
        Table<Row> table = new Table<>(
                Row.class,
                List.of(new Row("=1+1 <&> \u0001", Kind.RUN_OF_RIVER, Optional.of(inner), Optional.empty())));

        Map<String, Document> parts = parts(table.xlsx());

        assertThat(parts)
                .containsOnlyKeys(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "xl/_rels/workbook.xml.rels",
                        "xl/workbook.xml",
                        "xl/worksheets/sheet1.xml");
        Document sheet =
                Optional.ofNullable(parts.get("xl/worksheets/sheet1.xml")).orElseThrow();
        assertThat(sheet.getElementsByTagName("row").getLength()).isEqualTo(2);
        assertThat(sheet.getElementsByTagName("t").item(5).getTextContent()).isEqualTo("=1+1 <&> \uFFFD");
        assertThat(sheet.getElementsByTagName("v").item(0).getTextContent()).isEqualTo("1.50");
        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
    }

    private static Map<String, Document> parts(byte[] file)
            throws IOException, ParserConfigurationException, SAXException {
        Map<String, Document> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(
                        entry.getName(),
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(zip.readAllBytes())));
            }
        }
        return parts;
    }
}
