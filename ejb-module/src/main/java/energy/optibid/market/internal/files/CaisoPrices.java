package energy.optibid.market.internal.files;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.SafeXml;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The report PRC_LMP of OASIS: day-ahead prices of nodes. The parts of a price (energy, congestion, losses) and nodes that are
 * no zones of the product are left out.
 */
final class CaisoPrices implements PriceFile {
    private static final String PRICE = "LMP_PRC";
    private static final String DAY_AHEAD = "DAM";
    private static final Map<String, String> HUBS = Map.of(
            "CAISO_NP15", "TH_NP15_GEN-APND",
            "CAISO_ZP26", "TH_ZP26_GEN-APND",
            "CAISO_SP15", "TH_SP15_GEN-APND");

    /** What the reports call a zone. */
    static Optional<String> place(String zoneCode) {
        return Optional.ofNullable(HUBS.get(zoneCode));
    }

    @Override
    public void read(InputStream file, ImportLimits limits, Findings findings, PriceIntake into) {
        SafeXml xml = new SafeXml(limits, findings);
        xml.parse(file, root -> {
            if (!root.getLocalName().equals("OASISReport")) {
                throw findings.refusal(ImportErrorCode.DOCUMENT_UNSUPPORTED, "The file is no report of OASIS");
            }
            xml.children(root, new Report(xml, findings, into)::element);
        });
    }

    /** What has been read of a report. */
    private static final class Report {
        private final SafeXml xml;
        private final Findings findings;
        private final PriceIntake into;
        private int records;

        Report(SafeXml xml, Findings findings, PriceIntake into) {
            this.xml = xml;
            this.findings = findings;
            this.into = into;
        }

        void element(XMLStreamReader at) throws XMLStreamException {
            switch (at.getLocalName()) {
                case "REPORT_HEADER" -> requireDayAhead(fields(at));
                case "REPORT_DATA" -> {
                    records++;
                    take(fields(at));
                }
                case "ERROR" -> {
                    Map<String, String> error = fields(at);
                    throw findings.refusal(
                            ImportErrorCode.DOCUMENT_ACKNOWLEDGEMENT,
                            "OASIS sent no data but an answer, " + error.getOrDefault("ERR_CODE", "") + ": "
                                    + error.getOrDefault("ERR_DESC", ""));
                }
                case "MessageHeader", "DISCLAIMER_ITEM" -> fields(at);
                default -> xml.children(at, this::element);
            }
        }

        private Map<String, String> fields(XMLStreamReader at) throws XMLStreamException {
            Map<String, String> fields = new HashMap<>();
            xml.children(at, child -> xml.field(child, fields));
            return fields;
        }

        private void requireDayAhead(Map<String, String> header) {
            String market = header.getOrDefault("MKT_TYPE", "");
            if (!market.equals(DAY_AHEAD)) {
                throw findings.refusal(
                        ImportErrorCode.DOCUMENT_UNSUPPORTED,
                        "The report is of the market \"" + market + "\"; prices of DAM are imported");
            }
        }

        private void take(Map<String, String> fields) {
            String place = fields.getOrDefault("RESOURCE_NAME", "");
            if (!fields.getOrDefault("DATA_ITEM", "").equals(PRICE) || !into.isZone(place)) {
                return;
            }
            into.countRow();
            String content = fields.toString();
            Optional<Instant> start = instant(fields.getOrDefault("INTERVAL_START_GMT", ""));
            Optional<Instant> end = instant(fields.getOrDefault("INTERVAL_END_GMT", ""));
            if (start.isEmpty() || end.isEmpty()) {
                into.setAside(
                        records,
                        content,
                        ImportErrorCode.TIME_MALFORMED,
                        "INTERVAL_START_GMT or INTERVAL_END_GMT is no time");
                return;
            }
            into.take(new PublishedPrice(
                    records,
                    place,
                    start.get(),
                    minutes(start.get(), end.get()),
                    Optional.empty(),
                    Optional.empty(),
                    fields.getOrDefault("VALUE", ""),
                    content));
        }

        /** 0 for what is no whole number of minutes of a day. */
        private static int minutes(Instant start, Instant end) {
            Duration length = Duration.between(start, end);
            long minutes = length.toMinutes();
            return length.equals(Duration.ofMinutes(minutes))
                            && minutes > 0
                            && minutes <= Duration.ofDays(1).toMinutes()
                    ? (int) minutes
                    : 0;
        }

        private static Optional<Instant> instant(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
