package energy.optibid.market.internal.rows;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportRefusedException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML file with the JDK's own parser. Nothing is looked up outside of the file: a document type declaration, which
 * is where entities come from, is refused unread. Size, depth, texts and the kinds of elements in one element are bounded.
 * For one file.
 */
public final class SafeXml {
    /** Files of operators are six levels deep, and no element of them has fifty kinds of children. */
    private static final int DEEPEST = 16;

    private static final int MOST_FIELDS = 100;

    private final ImportLimits limits;
    private final Findings findings;
    private int depth;

    public SafeXml(ImportLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** What is made of an element, which is read to its end. */
    @FunctionalInterface
    public interface Element {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    /**
     * Reads the file to the end of its root element.
     *
     * @throws ImportRefusedException where it is not XML of a few levels, or too large
     */
    public void parse(InputStream file, Element root) {
        MarkupGuard guard = new MarkupGuard(file, limits.maxBytes(), limits.maxLineBytes(), findings);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(guard);
            next(xml);
            root.read(xml);
        } catch (XMLStreamException e) {
            throw refusal(e);
        } catch (RuntimeException e) {
            // The parser wraps what its source throws, or lets it through, as it likes.
            throw refused(e).orElse(e);
        }
    }

    /** The children of an element, to its end. */
    public void children(XMLStreamReader xml, Element child) throws XMLStreamException {
        deeper();
        while (next(xml) == XMLStreamConstants.START_ELEMENT) {
            child.read(xml);
        }
        depth--;
    }

    /** An element's text under its name; of one with children theirs under their names. */
    public void field(XMLStreamReader xml, Map<String, String> fields) throws XMLStreamException {
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

    /** @throws ImportRefusedException where there are more */
    public void requireFew(long number, long most, String what) {
        if (number > most) {
            throw findings.refusal(ImportErrorCode.XML_TOO_LARGE, "The document has more than " + most + " " + what);
        }
    }

    private void deeper() {
        requireFew(++depth, DEEPEST, "levels");
    }

    /** The next start or end of an element. */
    private int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw findings.refusal(
                        ImportErrorCode.XML_FORBIDDEN,
                        "A document type declaration or an entity is not allowed; documents of operators have none");
            }
            event = xml.next();
        }
        return event;
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
                && !(failed instanceof CharConversionException)) {
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
}
