package energy.optibid.market.internal;

import energy.optibid.market.ImportReport;
import energy.optibid.market.PriceMessage;
import energy.optibid.platform.Actor;
import energy.optibid.streaming.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Imports one message within the caller's transaction, which also remembers that it was applied. */
@ApplicationScoped
public class MessageImport {

    @Inject
    Inbox inbox;

    @Inject
    CsvImport csvImport;

    /** See {@link energy.optibid.market.MarketDataImports#importMessage}. */
    public Optional<ImportReport> run(Actor actor, PriceMessage message) {
        return inbox.isNew(PriceFeed.NAME, message.messageId())
                ? Optional.of(csvImport.run(actor, PriceMessageCsv.mapping(message), PriceMessageCsv.file(message)))
                : Optional.empty();
    }
}
