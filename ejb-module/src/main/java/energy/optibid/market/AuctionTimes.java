package energy.optibid.market;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * When the auctions of a product are held.
 *
 * @param sessionMinutes how much delivery one auction sells; absent where it is the whole trading day
 * @param opening when orders are taken from; absent where the rules state no time
 * @param closure from when on orders are refused; before delivery
 * @param results when they are published; absent where the rules state no time
 */
public record AuctionTimes(
        OptionalInt sessionMinutes, Optional<GateTime> opening, GateTime closure, Optional<GateTime> results) {}
