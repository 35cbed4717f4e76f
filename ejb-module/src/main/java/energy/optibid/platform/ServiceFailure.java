package energy.optibid.platform;

import java.time.Duration;
import java.util.Locale;

/** Says in one line why a service could not be used. */
final class ServiceFailure {
    private static final int LONGEST = 200;

    private ServiceFailure() {}

    /** The innermost reason: clients wrap the operating system's own words several times. */
    static String describe(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        String line = message == null || message.isBlank()
                ? innermost.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", "; ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    static String noAnswer(Duration within) {
        return String.format(Locale.ROOT, "no answer within %.1f s", within.toMillis() / 1000.0);
    }
}
