package energy.optibid.market.internal;

import energy.optibid.market.Coverage;
import energy.optibid.market.MarketDataImports;
import energy.optibid.market.MarketSimulation;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceBook;
import energy.optibid.platform.Actor;
import energy.optibid.platform.DevelopmentSeed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Sixty days of simulated prices for the first page, up to the last delivery day whose results a market would have
 * published by now; in development only. A later call adds the days since. Stays away from real prices.
 */
@ApplicationScoped
public class DemoPrices implements DevelopmentSeed {
    private static final int ORDER = 20;
    private static final int DAYS = 60;
    private static final String PRODUCT = "SDAC";
    private static final String ZONE = "DE_LU";

    @Inject
    Markets markets;

    @Inject
    PriceBook priceBook;

    @Inject
    MarketSimulation simulation;

    @Inject
    MarketDataImports imports;

    @Inject
    Clock clock;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void seed() {
        Instant now = clock.instant();
        LocalDate last =
                markets.rules(PRODUCT, LocalDate.ofInstant(now, ZoneOffset.UTC)).lastPublishedDay(now);
        Optional<Coverage> coverage = priceBook.coverage(PRODUCT, ZONE);
        if (coverage.isPresent() && !coverage.get().simulated()) {
            return;
        }
        LocalDate first = last.minusDays(DAYS - 1L);
        LocalDate next =
                coverage.map(there -> there.lastDeliveryDate().plusDays(1)).orElse(first);
        if (!next.isAfter(last)) {
            importDays(next.isAfter(first) ? next : first, last);
        }
    }

    private void importDays(LocalDate first, LocalDate last) {
        StringBuilder csv = new StringBuilder();
        try {
            simulation.writeCsv(PRODUCT, ZONE, first, last, MarketSimulation.DEMO_SEED, csv);
        } catch (IOException e) {
            throw new UncheckedIOException("A string takes what it is given", e);
        }
        imports.importCsv(
                Actor.system(),
                MarketSimulation.mapping(PRODUCT, ZONE),
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
