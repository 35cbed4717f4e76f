package energy.optibid.web.rest.market;

import energy.optibid.market.Gate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One auction of a product: what it sells, and when orders are taken. */
public record GateJson(
        String productCode,
        LocalDate deliveryDate,

        @Schema(description = "Decides the trading day") String timeZone,

        @Schema(description = "The whole trading day, or the session's part of it")
        Instant deliveryStart,

        Instant deliveryEnd,

        @Schema(description = "Absent where the rules state no time")
        Optional<Instant> opens,

        @Schema(description = "From then on orders are refused")
        Instant closes,

        @Schema(description = "When results are published; absent where the rules state no time")
        Optional<Instant> results,

        State state,

        @Schema(description = "From when this was answered; negative once it has closed")
        long secondsToClosure) {

    static GateJson of(Gate gate, Instant now) {
        return new GateJson(
                gate.productCode(),
                gate.deliveryDate(),
                gate.timeZone().getId(),
                gate.delivery().start(),
                gate.delivery().end(),
                gate.opens(),
                gate.closes(),
                gate.results(),
                State.of(gate, now),
                Duration.between(now, gate.closes()).toSeconds());
    }

    /** Whether orders are taken. */
    public enum State {
        NOT_YET_OPEN,
        OPEN,
        CLOSED;

        private static State of(Gate gate, Instant now) {
            if (gate.isOpen(now)) {
                return OPEN;
            }
            return now.isBefore(gate.closes()) ? NOT_YET_OPEN : CLOSED;
        }
    }
}
