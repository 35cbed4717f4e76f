package energy.optibid.market.internal.entsoe;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.NumberReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the texts and points of a document, with the JDK's own parser. Nothing is looked up outside of the file: a
 * document type declaration, which is where entities come from, is refused unread. For one file.
 */
final class EntsoeParser {
    /** A document of the platform is six levels deep, and no element of it has fifty kinds of children. */
    private static final int DEEPEST = 16;

    private static final int MOST_FIELDS = 100;
    private static final int MOST_PERIODS = 10_000;

    private final ImportLimits limits;
    private final Findings findings;
    private final NumberReader numbers = new NumberReader('.');
    private final List<EntsoeSeries> series = new ArrayList<>();
    private final Map<String, String> document = new HashMap<>();
    private long points;
    private int periods;
    private int depth;

    EntsoeParser(ImportLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /**
     * Reads the file to the end of its root element; points that are no numbers become findings.
     *
     * @throws ImportRefusedException where it is not XML of a few levels, or too large
     */
    EntsoeDocument parse(InputStream file) {
        MarkupGuard guard = new MarkupGuard(file, limits.maxBytes(), limits.maxLineBytes(), findings);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(guard);
            next(xml);
            String root = xml.getLocalName();
            children(xml, this::documentElement);
            return new EntsoeDocument(root, document, series);
        } catch (XMLStreamException e) {
            throw refusal(e);
        } catch (RuntimeException e) {
            // The parser wraps what its source throws, or lets it through, as it likes.
            throw refused(e).orElse(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private RuntimeException refusal(XMLStreamException e) {
        Optional<RuntimeException> refused = refused(e);
        if (refused.isPresent()) {
            return refused.get();
        }
        // Bytes that are no text in the encoding that the file names are its fault, not that of the network.
        if (e.getNestedException() instanceof IOException failed
                && !(failed instanceof CharacterCodingException)
                && !(failed instanceof java.io.CharConversionException)) {
            return new UncheckedIOException("The file could not be read to its end", failed);
        }
        String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return findings.refusal(ImportErrorCode.XML_MALFORMED, "The file is not well-formed XML: " + reason);
    }

    private static Optional<RuntimeException> refused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ImportRefusedException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** What is made of a child element, which is read to its end. */
    @FunctionalInterface
    private interface Child {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** The children of an element, to its end. */
    private void children(XMLStreamReader xml, Child child) throws XMLStreamException {
        deeper();
        while (next(xml) == XMLStreamConstants.START_ELEMENT) {
            child.read(xml);
        }
        depth--;
    }

    private void documentElement(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.getLocalName().equals("TimeSeries")) {
            field(xml, document);
            return;
        }
        int line = xml.getLocation().getLineNumber();
        Map<String, String> fields = new HashMap<>();
        List<EntsoePeriod> found = new ArrayList<>();
        children(xml, child -> seriesElement(child, fields, found));
        series.add(new EntsoeSeries(line, fields, found));
        requireFew(series.size() + periods, MOST_PERIODS, "series and periods");
    }

    private void seriesElement(XMLStreamReader xml, Map<String, String> fields, List<EntsoePeriod> found)
            throws XMLStreamException {
        if (!xml.getLocalName().equals("Period")) {
            field(xml, fields);
            return;
        }
        Map<String, String> own = new HashMap<>();
        EntsoePeriod period = new EntsoePeriod(xml.getLocation().getLineNumber(), own);
        children(xml, child -> periodElement(child, own, period));
        found.add(period);
        requireFew(++periods, MOST_PERIODS, "series and periods");
    }

    private void periodElement(XMLStreamReader xml, Map<String, String> fields, EntsoePeriod period)
            throws XMLStreamException {
        if (!xml.getLocalName().equals("Point")) {
            field(xml, fields);
            return;
        }
        requireFew(++points, limits.maxRows(), "points");
        int line = xml.getLocation().getLineNumber();
        Map<String, String> own = new HashMap<>();
        children(xml, child -> field(child, own));
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

    /** An element's text under its name; of one with children theirs under their names. */
    private void field(XMLStreamReader xml, Map<String, String> fields) throws XMLStreamException {
        deeper();
        String name = xml.getLocalName();
        StringBuilder text = new StringBuilder();
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                field(xml, fields);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
                requireFew(text.length(), limits.maxLineBytes(), "characters in one text");
            }
            event = xml.next();
        }
        fields.put(name, text.toString().strip());
        requireFew(fields.size(), MOST_FIELDS, "kinds of elements in one element");
        depth--;
    }

    private void deeper() {
        requireFew(++depth, DEEPEST, "levels");
    }

    private void requireFew(long number, long most, String what) {
        if (number > most) {
            throw findings.refusal(ImportErrorCode.XML_TOO_LARGE, "The document has more than " + most + " " + what);
        }
    }

    /** The next start or end of an element. */
    private int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw findings.refusal(
                        ImportErrorCode.XML_FORBIDDEN,
                        "A document type declaration or an entity is not allowed; documents of the platform have none");
            }
            event = xml.next();
        }
        return event;
    }
}
