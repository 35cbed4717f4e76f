package energy.optibid.market.internal.files;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.SafeXml;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Zonal prices of the Italian day-ahead market (MGP Prezzi): a record for each hour of a day, 1 to 23, 24 or 25, with an
 * element for each zone and a decimal comma. The national price and zones that are none of the product's are left out.
 */
final class GmePrices implements PriceFile {
    private static final ZoneId ITALY = ZoneId.of("Europe/Rome");
    private static final String DAY_AHEAD = "MGP";
    private static final String PREFIX = "IT_";

    /** What the files call a zone. */
    static Optional<String> place(String zoneCode) {
        return zoneCode.startsWith(PREFIX) ? Optional.of(zoneCode.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    public char decimalSeparator() {
        return ',';
    }

    @Override
    public void read(InputStream file, ImportLimits limits, Findings findings, PriceIntake into) {
        SafeXml xml = new SafeXml(limits, findings);
        xml.parse(file, root -> {
            if (!root.getLocalName().equals("NewDataSet")) {
                throw findings.refusal(ImportErrorCode.DOCUMENT_UNSUPPORTED, "The file is no NewDataSet of GME");
            }
            xml.children(root, new Records(xml, findings, into)::record);
        });
    }

    /** What has been read of a file. */
    private static final class Records {
        private final SafeXml xml;
        private final Findings findings;
        private final PriceIntake into;
        private int records;

        Records(SafeXml xml, Findings findings, PriceIntake into) {
            this.xml = xml;
            this.findings = findings;
            this.into = into;
        }

        /** Beside the records there is the schema of the file, whose elements have no texts. */
        void record(XMLStreamReader at) throws XMLStreamException {
            Map<String, String> fields = new HashMap<>();
            xml.children(at, child -> xml.field(child, fields));
            if (at.getLocalName().equals("Prezzi")) {
                records++;
                take(fields);
            }
        }

        private void take(Map<String, String> fields) {
            String market = fields.getOrDefault("Mercato", "");
            if (!market.equals(DAY_AHEAD)) {
                throw findings.refusal(
                        ImportErrorCode.DOCUMENT_UNSUPPORTED,
                        "The file is of the market \"" + market + "\"; prices of MGP are imported");
            }
            into.countRow();
            String content = fields.toString();
            Optional<Instant> start = start(fields.getOrDefault("Data", ""), fields.getOrDefault("Ora", ""));
            if (start.isEmpty()) {
                into.setAside(
                        records,
                        content,
                        ImportErrorCode.TIME_MALFORMED,
                        "Not a day yyyyMMdd and an hour of it from 1");
                return;
            }
            fields.forEach((place, price) -> {
                if (into.isZone(place)) {
                    into.take(new PublishedPrice(
                            records, place, start.get(), 60, Optional.empty(), Optional.empty(), price, content));
                }
            });
        }

        private static Optional<Instant> start(String day, String hour) {
            try {
                LocalDate date = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
                Instant midnight = date.atStartOfDay(ITALY).toInstant();
                long hours = Duration.between(
                                midnight, date.plusDays(1).atStartOfDay(ITALY).toInstant())
                        .toHours();
                int number = hour.matches("[0-9]{1,2}") ? Integer.parseInt(hour) : 0;
                return number >= 1 && number <= hours
                        ? Optional.of(midnight.plus(Duration.ofHours(number - 1L)))
                        : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
