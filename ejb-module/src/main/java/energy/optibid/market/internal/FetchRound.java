package energy.optibid.market.internal;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.ImportReport;
import energy.optibid.platform.Actor;
import energy.optibid.platform.EntsoeRest;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.ServiceState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches and imports what is due, one document after the other, while the Transparency Platform is available. What cannot be
 * imported is told once and does not keep the days after it; what was not answered is fetched again. For one thread at a
 * time, and beside the same on other nodes.
 */
final class FetchRound implements Runnable {
    private static final Logger LOG = System.getLogger(FetchRound.class.getName());
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /** The platform's words for an answer without data, which is an acknowledgement like that of a wrong request. */
    private static final String NO_DATA = "No matching data";

    private static final int MOST_TOLD = 1_000;

    private final MonitoredService service;
    private final EntsoeRest rest;
    private final SourceTransactions transactions;
    private final Duration interval;
    private final Clock clock;

    /** What an operator was told already. */
    private final Set<String> told = new HashSet<>();

    /** @param interval between two fetches of one document */
    FetchRound(
            MonitoredService service,
            EntsoeRest rest,
            SourceTransactions transactions,
            Duration interval,
            Clock clock) {
        this.service = service;
        this.rest = rest;
        this.transactions = transactions;
        this.interval = interval;
        this.clock = clock;
    }

    /** Until nothing is due, or the platform is away. */
    @Override
    public void run() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = service.state() == ServiceState.AVAILABLE
                    && transactions
                            .claim(clock.instant())
                            .filter(this::isFetched)
                            .isPresent();
        }
    }

    private boolean isFetched(DueFetch fetch) {
        Optional<byte[]> document =
                service.routeAlways(() -> Optional.of(rest.document(fetch.query())), Optional::empty);
        if (document.isEmpty()) {
            transactions.noteFailed(
                    fetch,
                    service.report().lastError().orElse("the platform is away"),
                    clock.instant().plus(AFTER_FAILURE));
            return false;
        }
        take(fetch, document.get());
        return true;
    }

    private void take(DueFetch fetch, byte[] document) {
        Instant now = clock.instant();
        Instant dueAt = fetch.window().last() ? now.plus(interval) : now;
        try {
            ImportReport report = transactions.store(Actor.system(), fetch, document, dueAt);
            if (!report.hasChanges()) {
                transactions.noteNothingNew(fetch, Optional.of(report.to()), dueAt);
            }
        } catch (ImportRefusedException e) {
            if (isEmpty(e)) {
                transactions.noteNothingNew(fetch, Optional.empty(), dueAt);
            } else {
                refused(fetch, e, dueAt);
            }
        }
    }

    private static boolean isEmpty(ImportRefusedException refused) {
        ImportFinding first = refused.findings().get(0);
        return first.code() == ImportErrorCode.DOCUMENT_ACKNOWLEDGEMENT
                && first.message().contains(NO_DATA);
    }

    private void refused(DueFetch fetch, ImportRefusedException refused, Instant dueAt) {
        String failure = fetch + ": " + refused.getMessage();
        transactions.noteRefused(fetch, failure, dueAt);
        if (told.size() < MOST_TOLD && told.add(failure)) {
            LOG.log(
                    Level.WARNING,
                    "{0}: {1}. The days after it are fetched nevertheless; once it is mended, post the document to"
                            + " /api/v1/market-data/entsoe-documents.",
                    service.report().name().label(),
                    failure);
        }
    }
}
