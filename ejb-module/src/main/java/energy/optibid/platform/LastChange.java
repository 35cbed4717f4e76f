package energy.optibid.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When something was changed last, and by whom.
 *
 * @param by the name of the user, absent where it was the system or somebody of another organisation
 */
public record LastChange(Instant at, Optional<String> by) {

    /** The end of a sentence about what was changed. */
    String message() {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        return by.map(name -> "%s changed it at %s".formatted(name, second)).orElse("it was changed at " + second);
    }
}
