package energy.optibid.market.internal.entsoe;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.NumberReader;
import energy.optibid.market.internal.rows.SafeXml;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the texts and points of a document. For one file. */
final class EntsoeParser {
    private static final int MOST_PERIODS = 10_000;

    private final ImportLimits limits;
    private final Findings findings;
    private final SafeXml xmlFile;
    private final NumberReader numbers = new NumberReader('.');
    private final List<EntsoeSeries> series = new ArrayList<>();
    private final Map<String, String> document = new HashMap<>();
    private String root = "";
    private long points;
    private int periods;

    EntsoeParser(ImportLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
        this.xmlFile = new SafeXml(limits, findings);
    }

    /**
     * Reads the file to the end of its root element; points that are no numbers become findings.
     *
     * @throws energy.optibid.market.ImportRefusedException where it is not XML of a few levels, or too large
     */
    EntsoeDocument parse(InputStream file) {
        xmlFile.parse(file, xml -> {
            root = xml.getLocalName();
            xmlFile.children(xml, this::documentElement);
        });
        return new EntsoeDocument(root, document, series);
    }

    private void documentElement(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.getLocalName().equals("TimeSeries")) {
            xmlFile.field(xml, document);
            return;
        }
        int line = xml.getLocation().getLineNumber();
        Map<String, String> fields = new HashMap<>();
        List<EntsoePeriod> found = new ArrayList<>();
        xmlFile.children(xml, child -> seriesElement(child, fields, found));
        series.add(new EntsoeSeries(line, fields, found));
        xmlFile.requireFew(series.size() + periods, MOST_PERIODS, "series and periods");
    }

    private void seriesElement(XMLStreamReader xml, Map<String, String> fields, List<EntsoePeriod> found)
            throws XMLStreamException {
        if (!xml.getLocalName().equals("Period")) {
            xmlFile.field(xml, fields);
            return;
        }
        Map<String, String> own = new HashMap<>();
        EntsoePeriod period = new EntsoePeriod(xml.getLocation().getLineNumber(), own);
        xmlFile.children(xml, child -> periodElement(child, own, period));
        found.add(period);
        xmlFile.requireFew(++periods, MOST_PERIODS, "series and periods");
    }

    private void periodElement(XMLStreamReader xml, Map<String, String> fields, EntsoePeriod period)
            throws XMLStreamException {
        if (!xml.getLocalName().equals("Point")) {
            xmlFile.field(xml, fields);
            return;
        }
        xmlFile.requireFew(++points, limits.maxRows(), "points");
        int line = xml.getLocation().getLineNumber();
        Map<String, String> own = new HashMap<>();
        xmlFile.children(xml, child -> xmlFile.field(child, own));
        String position = own.getOrDefault("position", "");
        String value = own.getOrDefault("price.amount", own.getOrDefault("quantity", ""));
        if (!position.matches("[0-9]{1,9}")) {
            findings.add(
                    ImportErrorCode.POSITION_MALFORMED,
                    line,
                    Optional.of("position"),
                    "Not a position",
                    Optional.of(position));
        } else if (!numbers.read(value)) {
            findings.add(
                    ImportErrorCode.NUMBER_MALFORMED,
                    line,
                    Optional.of("Point"),
                    "Not a number of at most 18 digits",
                    Optional.of(value));
        } else {
            period.add(line, Integer.parseInt(position), numbers.unscaled(), numbers.scale());
        }
    }
}
