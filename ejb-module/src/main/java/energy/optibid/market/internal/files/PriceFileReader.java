package energy.optibid.market.internal.files;

import energy.optibid.market.PriceFileKind;
import energy.optibid.market.QuarantinedRow;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.RawFile;
import energy.optibid.market.internal.rows.SeriesRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of one of the kinds, gzipped, zipped or neither. A row that does not fit is set aside and the others are taken:
 * such files have areas, currencies and auctions beside those of any one product. For one file.
 */
public final class PriceFileReader {
    private static final int KEPT_FINDINGS = 1_000;

    private final PriceFile adapter;
    private final ImportLimits limits;
    private final Findings findings = new Findings(KEPT_FINDINGS);
    private final PriceIntake intake;

    /**
     * For one file.
     *
     * @param rules of the product whose prices are taken, in order of their days, at least one
     * @param zones codes of the product's zones by what files of that kind call them
     */
    public PriceFileReader(PriceFileKind kind, List<RuleSet> rules, Map<String, String> zones, ImportLimits limits) {
        this.adapter = adapter(kind);
        this.limits = limits;
        this.intake = new PriceIntake(rules, zones, limits.maxRows(), adapter.decimalSeparator(), findings);
    }

    /**
     * What was read.
     *
     * @param rows below the header; of nodal markets those of the product's zones
     * @param bytes as received
     * @param sha256 of the bytes as received, hexadecimal
     * @param rowsByZone of each zone that has any, by its code
     * @param unfit in the order of their lines
     */
    public record Read(
            long rows, long bytes, String sha256, Map<String, SeriesRows> rowsByZone, List<QuarantinedRow> unfit) {}

    /** @throws energy.optibid.market.ImportRefusedException where the file is none of that kind */
    public Read read(InputStream file) {
        RawFile raw = new RawFile(file);
        try {
            adapter.read(raw.unpacked(limits, findings), limits, findings, intake);
            raw.drain();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read to its end", e);
        }
        return new Read(intake.rows(), raw.count(), raw.sha256Hex(), intake.rowsByZone(), intake.unfit());
    }

    private static PriceFile adapter(PriceFileKind kind) {
        return switch (kind) {
            case ENTSOE_DAY_AHEAD_PRICES -> new EntsoeBulkFile();
            case ERCOT_SETTLEMENT_POINT_PRICES -> new ErcotPrices();
            case IEX_PRICES -> new IexPrices();
            case CAISO_LOCATIONAL_PRICES -> new CaisoPrices();
            case GME_DAY_AHEAD_PRICES -> new GmePrices();
        };
    }
}
