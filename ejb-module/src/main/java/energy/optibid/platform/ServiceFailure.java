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
        String line = line(innermost);
        // Jedis tries each address of a host and keeps the reasons aside.
        for (Throwable aside : innermost.getSuppressed()) {
            line += ": " + line(aside);
        }
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static String line(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", "; ").replaceAll("\\.$", "");
    }

    static String noAnswer(Duration within) {
        return String.format(Locale.ROOT, "no answer within %.1f s", within.toMillis() / 1000.0);
    }
}
