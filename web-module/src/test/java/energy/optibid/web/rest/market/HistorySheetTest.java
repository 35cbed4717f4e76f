package energy.optibid.web.rest.market;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.PricePoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class HistorySheetTest {

    @Test
    void sheetShouldHaveTimesAndNumbersThatASpreadsheetCountsWith() throws IOException {
        Instant start = Instant.parse("2026-03-28T23:15:00Z");
        PricePoint price =
                new PricePoint(start, 15, new BigDecimal("-12.345678"), Instant.parse("2026-03-28T11:45:00Z"), true);
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        HistorySheet.write(List.of(price), "EUR/MWh", file);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).getCellText(2)).isEqualTo("price (EUR/MWh)");
            Row row = rows.get(1);
            assertThat(row.getCellAsDate(0)).contains(LocalDateTime.parse("2026-03-28T23:15"));
            assertThat(row.getCellAsNumber(1)).contains(BigDecimal.valueOf(15));
            assertThat(row.getCellAsNumber(2)).contains(new BigDecimal("-12.345678"));
            assertThat(row.getCellAsDate(3)).contains(LocalDateTime.parse("2026-03-28T11:45"));
            assertThat(row.getCellAsBoolean(4)).contains(true);
        }
    }

    @Test
    void sheetShouldHaveItsHeadWhereThereAreNoPrices() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        HistorySheet.write(List.of(), "EUR/MWh", file);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(1);
        }
    }
}
