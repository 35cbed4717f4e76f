package energy.optibid.market;

import energy.optibid.market.internal.CsvImport;
import energy.optibid.market.internal.EntsoeImport;
import energy.optibid.market.internal.FileImport;
import energy.optibid.market.internal.FileTable;
import energy.optibid.market.internal.ImportTable;
import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.MessageImport;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes prices and fundamentals in. Each file is one transaction: all of it is stored or nothing. */
@Stateless
@OrganisationBound
public class MarketDataImports {

    @Inject
    CsvImport csvImport;

    @Inject
    EntsoeImport entsoeImport;

    @Inject
    FileImport fileImport;

    @Inject
    MessageImport messageImport;

    @Inject
    MarketDatabase database;

    /**
     * Imports a CSV, gzipped or not. Values that are there already change nothing; another value for the same delivery
     * period and instant of knowledge is kept as a revision.
     *
     * @param file read once, in a stream; not closed
     * @throws ImportRefusedException where the file has errors; carries each of them with its line
     * @throws InvalidMappingException where the mapping asks for something that cannot be
     * @throws UnknownProductException where there is no such product
     * @throws UnknownZoneException where there is no such zone
     * @throws ProductNotTradedException where the product is not traded in the zone
     */
    public ImportReport importCsv(Actor actor, CsvMapping mapping, InputStream file) {
        return csvImport.run(actor, mapping, file);
    }

    /**
     * Imports a document of the ENTSO-E Transparency Platform, gzipped or not: day-ahead prices (A44), load and its forecast
     * (A65), forecasts of generation (A71), wind and sun (A69), installed capacities (A68) of one bidding zone. A value counts as known from the latest
     * instant on at which it is published, or from the document's own where that is earlier; the same document twice changes
     * nothing.
     *
     * @param productCode whose prices they are, and whose delivery days count
     * @param sequence which auction of the zone and day where a document has several; 1 is the first
     * @param document read once, in a stream; not closed
     * @throws ImportRefusedException where the document is none of these, has errors, or is an acknowledgement
     * @throws UnknownProductException where there is no such product
     * @throws ProductNotTradedException where the product is not traded in the zone
     */
    public ImportReport importEntsoe(Actor actor, String productCode, int sequence, InputStream document) {
        return entsoeImport.run(actor, productCode, sequence, document);
    }

    /**
     * Imports a file with prices of many zones as an operator publishes it, gzipped, zipped or neither: all zones of the product
     * at once. A row that does not fit goes to the quarantine with its reason, and the others are stored; the same file twice
     * changes nothing.
     *
     * @param productCode whose prices are taken; rows of other currencies and periods are another auction's
     * @param file read once, in a stream; not closed
     * @throws ImportRefusedException where it is no file of that kind
     * @throws UnknownProductException where there is no such product
     */
    public FileReport importFile(Actor actor, PriceFileKind kind, String productCode, InputStream file) {
        return fileImport.run(actor, kind, productCode, file);
    }

    /** The files of many zones, the newest first, at most that many. */
    public List<MarketDataFile> files(int most) {
        return database.read(connection -> new FileTable(connection).newest(most));
    }

    /**
     * The rows of a file that did not fit, by line.
     *
     * @param afterLine only those after that line; 0 for the first
     * @throws FileNotFoundException where there is none of that identifier
     */
    public List<QuarantinedRow> quarantined(UUID fileId, int afterLine, int most) {
        return database.read(connection -> {
            FileTable files = new FileTable(connection);
            if (files.find(fileId).isEmpty()) {
                throw new FileNotFoundException(fileId);
            }
            return files.quarantined(fileId, afterLine, most);
        });
    }

    /**
     * Imports prices that were sent as a message, as {@link #importCsv} does those of a file; once, however often the message
     * comes. Throws what that throws.
     *
     * @return absent where the message was applied before
     */
    public Optional<ImportReport> importMessage(Actor actor, PriceMessage message) {
        return messageImport.run(actor, message);
    }

    /**
     * The report of an import.
     *
     * @throws ImportNotFoundException where there is none of that identifier
     */
    public ImportReport report(UUID importId) {
        return database.read(connection -> new ImportTable(connection).report(importId));
    }
}
