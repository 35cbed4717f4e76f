package energy.optibid.web.rest.market;

import energy.optibid.market.PricePoint;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Prices as a workbook (XLSX) of one sheet: start, minutes, price, when it was known, whether it was simulated. */
final class HistorySheet {
    private static final String TIME = "yyyy-mm-dd hh:mm";
    private static final int KNOWN_AT = 3;
    private static final int SIMULATED = 4;
    private static final int WIDTH = 18;

    private HistorySheet() {}

    /** @param unit of the prices, such as {@code EUR/MWh}; times are in UTC */
    static void write(List<PricePoint> prices, String unit, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "OptiBid", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Prices");
            List<String> names =
                    List.of("start (UTC)", "minutes", "price (" + unit + ")", "known at (UTC)", "simulated");
            for (int column = 0; column < names.size(); column++) {
                sheet.value(0, column, names.get(column));
                sheet.width(column, WIDTH);
            }
            sheet.freezePane(0, 1);
            for (int i = 0; i < prices.size(); i++) {
                PricePoint price = prices.get(i);
                int row = i + 1;
                time(sheet, row, 0, price.start());
                sheet.value(row, 1, price.minutes());
                sheet.value(row, 2, price.price());
                time(sheet, row, KNOWN_AT, price.knownAt());
                sheet.value(row, SIMULATED, price.simulated());
            }
        }
    }

    private static void time(Worksheet sheet, int row, int column, Instant instant) {
        sheet.value(row, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        sheet.style(row, column).format(TIME).set();
    }
}
