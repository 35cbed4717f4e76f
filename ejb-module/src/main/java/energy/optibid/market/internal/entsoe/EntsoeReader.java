package energy.optibid.market.internal.entsoe;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.InstalledCapacity;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.RawFile;
import energy.optibid.market.internal.rows.SeriesRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads one document: day-ahead prices (publication, A44), or load, generation and wind and solar forecasts and installed
 * capacities of a bidding zone (generation and load, A65, A69, A71, A68), gzipped or not. Each value is known from the latest instant at which it is
 * published, or from that of the document where that is earlier.
 */
public final class EntsoeReader {
    private static final String PUBLICATION = "Publication_MarketDocument";
    private static final String GENERATION_AND_LOAD = "GL_MarketDocument";
    private static final String ACKNOWLEDGEMENT = "Acknowledgement_MarketDocument";
    private static final String PRICES = "A44";
    private static final String DAY_AHEAD = "A01";
    private static final String SEQUENCE = "classificationSequence_AttributeInstanceComponent.position";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int KEPT_FINDINGS = 1_000;

    private final List<RuleSet> rules;
    private final String sequence;
    private final ImportLimits limits;
    private final Findings findings = new Findings(KEPT_FINDINGS);
    private final RowMaker rows;
    private final CapacityReader capacities;
    private String area = "";

    /**
     * For one document.
     *
     * @param rules of the product whose prices they are, and whose days count, in order of their days, at least one
     * @param sequence which auction of the zone and day, where a document has several: 1 is the first
     */
    public EntsoeReader(List<RuleSet> rules, int sequence, ImportLimits limits) {
        this.rules = rules;
        this.sequence = Integer.toString(sequence);
        this.limits = limits;
        this.rows = new RowMaker(rules, findings);
        this.capacities = new CapacityReader(findings);
    }

    /**
     * What was read: a row or a capacity at least.
     *
     * @param area energy identification code of the bidding zone
     * @param bytes as received
     * @param sha256 of the bytes as received, hexadecimal
     * @param series each with a row
     */
    public record Read(
            String area, long bytes, String sha256, List<SeriesRows> series, List<InstalledCapacity> capacities) {}

    /** @throws energy.optibid.market.ImportRefusedException where the document has errors, with each of them */
    public Read read(InputStream file) {
        RawFile raw = new RawFile(file);
        try {
            EntsoeDocument document = new EntsoeParser(limits, findings).parse(raw.unpacked(limits, findings));
            raw.drain();
            take(document);
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read to its end", e);
        }
        findings.refuseIfAny();
        List<SeriesRows> series = rows.series();
        if (series.isEmpty() && capacities.capacities().isEmpty()) {
            throw findings.refusal(
                    ImportErrorCode.DOCUMENT_INCOMPLETE,
                    "The document has no point, or none of an auction with sequence " + sequence);
        }
        return new Read(area, raw.count(), raw.sha256Hex(), series, capacities.capacities());
    }

    private void take(EntsoeDocument document) {
        switch (document.root()) {
            case ACKNOWLEDGEMENT ->
                throw findings.refusal(
                        ImportErrorCode.DOCUMENT_ACKNOWLEDGEMENT,
                        "The platform sent no data but an answer, " + document.field("code") + ": "
                                + document.field("text"));
            case PUBLICATION -> require(document, document.field("type").equals(PRICES));
            case GENERATION_AND_LOAD ->
                require(document, isOfCapacities(document) || SeriesKind.isDocument(document.field("type")));
            default -> require(document, false);
        }
        Instant created = created(document);
        rows.createdAt(created);
        capacities.createdAt(created);
        for (EntsoeSeries series : document.series()) {
            if (document.root().equals(PUBLICATION)) {
                takePrices(series);
            } else if (isOfCapacities(document)) {
                takeCapacity(document, series);
            } else {
                takeFundamental(document, series);
            }
        }
    }

    private static boolean isOfCapacities(EntsoeDocument document) {
        return document.field("type").equals(CapacityReader.DOCUMENT);
    }

    private Instant created(EntsoeDocument document) {
        try {
            Instant created = Instant.parse(document.field("createdDateTime"));
            if (created.isBefore(EARLIEST) || !created.isBefore(LATEST)) {
                throw withoutInstant();
            }
            return created;
        } catch (DateTimeException e) {
            throw withoutInstant();
        }
    }

    private ImportRefusedException withoutInstant() {
        return findings.refusal(ImportErrorCode.DOCUMENT_INCOMPLETE, "The document does not say when it was created");
    }

    private void require(EntsoeDocument document, boolean supported) {
        if (!supported) {
            throw findings.refusal(
                    ImportErrorCode.DOCUMENT_UNSUPPORTED,
                    "A " + shortened(document.root()) + " of type \"" + shortened(document.field("type"))
                            + "\" is not imported; a publication of A44, and generation and load of A65, A68, A69 and A71 are");
        }
    }

    private void takePrices(EntsoeSeries series) {
        if (!series.fields().getOrDefault(SEQUENCE, sequence).equals(sequence)
                && series.field("in_Domain.mRID").equals(series.field("out_Domain.mRID"))) {
            return;
        }
        RuleSet latest = rules.get(rules.size() - 1);
        boolean sound = isSame(
                        series,
                        ImportErrorCode.SERIES_CROSS_BORDER,
                        "out_Domain.mRID",
                        series.field("in_Domain.mRID"),
                        "The series is about a border and not about a zone")
                && isSame(
                        series,
                        ImportErrorCode.SERIES_UNSUPPORTED,
                        "contract_MarketAgreement.type",
                        DAY_AHEAD,
                        "Only the day-ahead contract, A01, is imported")
                && isSame(
                        series,
                        ImportErrorCode.CURRENCY_DIFFERS,
                        "currency_Unit.name",
                        latest.currency(),
                        "Prices of " + latest.productCode() + " are in " + latest.currency())
                && isSame(
                        series,
                        ImportErrorCode.UNIT_UNSUPPORTED,
                        "price_Measure_Unit.name",
                        "MWH",
                        "Prices are per MWh")
                && isOneArea(series, series.field("in_Domain.mRID"));
        if (sound) {
            rows.add(series, Optional.empty());
        }
    }

    private void takeCapacity(EntsoeDocument document, EntsoeSeries series) {
        if (isOneArea(series, series.field("inBiddingZone_Domain.mRID"))) {
            capacities.add(document.field("process.processType"), series);
        }
    }

    private void takeFundamental(EntsoeDocument document, EntsoeSeries series) {
        Optional<SeriesKind> kind =
                SeriesKind.of(document.field("type"), document.field("process.processType"), series.field("psrType"));
        String inZone = series.field("inBiddingZone_Domain.mRID");
        String outZone = series.field("outBiddingZone_Domain.mRID");
        if (kind.isEmpty() || (kind.get() == SeriesKind.GENERATION_FORECAST && inZone.isEmpty())) {
            bad(
                    ImportErrorCode.SERIES_UNSUPPORTED,
                    series.line(),
                    "TimeSeries",
                    "Process \"%s\" with technology \"%s\" is not imported, nor what storage consumes"
                            .formatted(document.field("process.processType"), series.field("psrType")),
                    document.field("type"));
        } else if (isSame(
                        series,
                        ImportErrorCode.UNIT_UNSUPPORTED,
                        "quantity_Measure_Unit.name",
                        "MAW",
                        "Values are in MW")
                && isOneArea(series, inZone.isEmpty() ? outZone : inZone)) {
            rows.add(series, kind);
        }
    }

    private boolean isSame(EntsoeSeries series, ImportErrorCode code, String field, String wished, String message) {
        return series.field(field).equals(wished) || bad(code, series.line(), field, message, series.field(field));
    }

    private boolean isOneArea(EntsoeSeries series, String code) {
        if (area.isEmpty()) {
            area = code;
        }
        return (!code.isEmpty() && area.equals(code))
                || bad(
                        ImportErrorCode.AREA_DIFFERS,
                        series.line(),
                        "TimeSeries",
                        "All series of a document are about one zone, here " + shortened(area),
                        code);
    }

    private boolean bad(ImportErrorCode code, int line, String element, String message, String value) {
        findings.add(code, line, Optional.of(element), message, Optional.of(value));
        return false;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
