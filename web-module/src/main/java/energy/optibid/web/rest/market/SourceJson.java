package energy.optibid.web.rest.market;

import energy.optibid.market.MarketSource;
import energy.optibid.market.SourceDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is fetched of one zone again and again, and how old it is. */
public record SourceJson(
        String productCode,
        String zoneCode,
        SourceDocument document,
        MarketSource.State state,

        @Schema(description = "When the platform answered last, with or without data; absent where it has not yet")
        Optional<Instant> fetchedAt,

        @Schema(description = "Seconds since then; what was fetched goes on serving meanwhile")
        Optional<Long> ageSeconds,

        @Schema(description = "End of the last delivery period that it has sent; absent where it has sent none yet")
        Optional<Instant> deliveryTo,

        @Schema(description = "First delivery day that is still to be fetched, or to be fetched again")
        Optional<LocalDate> fetchedTo,

        @Schema(description = "When it failed last; absent where it never did")
        Optional<Instant> failedAt,

        @Schema(description = "Why it failed last; kept after it went well again")
        Optional<String> failure,

        @Schema(description = "When it is fetched next") Instant dueAt) {

    static SourceJson of(MarketSource source, Instant now) {
        return new SourceJson(
                source.productCode(),
                source.zoneCode(),
                source.document(),
                source.state(),
                source.fetchedAt(),
                source.fetchedAt()
                        .map(at -> Math.max(0, Duration.between(at, now).toSeconds())),
                source.deliveryTo(),
                source.fetchedTo(),
                source.failedAt(),
                source.failure(),
                source.dueAt());
    }
}
