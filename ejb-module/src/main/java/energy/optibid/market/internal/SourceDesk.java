package energy.optibid.market.internal;

import energy.optibid.market.ImportReport;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Settings;
import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The server's transactions. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@OrganisationBound
public class SourceDesk implements SourceTransactions {
    /** Which auction of a day is taken where there are several: the coupled one. */
    private static final int FIRST_AUCTION = 1;

    @Resource
    SessionContext context;

    @Inject
    MarketDatabase database;

    @Inject
    EntsoeImport imports;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** See {@link SourceTable#require}. */
    public void require(FetchPlan plan) {
        write(table -> table.require(plan, clock.instant()));
    }

    @Override
    public Optional<DueFetch> claim(Instant now) {
        FetchPlan plan = FetchPlan.of(settings);
        return database.read(connection -> new SourceTable(connection).claim(plan, now));
    }

    /** What holds nothing new would otherwise leave an entry in the journal every few minutes. */
    @Override
    public ImportReport store(Actor actor, DueFetch fetch, byte[] document, Instant dueAt) {
        ImportReport report =
                imports.run(actor, fetch.productCode(), FIRST_AUCTION, new ByteArrayInputStream(document));
        if (report.hasChanges()) {
            write(table -> table.fetched(fetch, clock.instant(), Optional.of(report.to()), dueAt));
        } else {
            context.setRollbackOnly();
        }
        return report;
    }

    @Override
    public void noteNothingNew(DueFetch fetch, Optional<Instant> deliveryTo, Instant dueAt) {
        write(table -> table.fetched(fetch, clock.instant(), deliveryTo, dueAt));
    }

    @Override
    public void noteRefused(DueFetch fetch, String failure, Instant dueAt) {
        write(table -> {
            Instant now = clock.instant();
            table.fetched(fetch, now, Optional.empty(), dueAt);
            table.failed(fetch, now, failure, dueAt);
        });
    }

    @Override
    public void noteFailed(DueFetch fetch, String failure, Instant dueAt) {
        write(table -> table.failed(fetch, clock.instant(), failure, dueAt));
    }

    /** Writes to the table. */
    private interface Write {
        void to(SourceTable table) throws SQLException;
    }

    private void write(Write write) {
        database.read(connection -> {
            write.to(new SourceTable(connection));
            return true;
        });
    }
}
