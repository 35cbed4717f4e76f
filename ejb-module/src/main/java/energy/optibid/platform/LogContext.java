package energy.optibid.platform;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom this thread works at the moment; every line that is logged meanwhile tells it.
 *
 * @param requestId the request's {@code X-Request-Id}; absent for work that no request started
 * @param traceId 32 hexadecimal digits of the caller's {@code traceparent} (W3C Trace Context); absent without one
 * @param organisationId absent where nobody has logged in
 * @param userId absent where nobody has logged in, and where OptiBid works by itself
 */
public record LogContext(
        Optional<String> requestId, Optional<String> traceId, Optional<UUID> organisationId, Optional<UUID> userId) {
    private static final LogContext NONE =
            new LogContext(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Empty while nothing is known: the server's threads must not hold on to a class of an application that is gone. */
    private static final ThreadLocal<@Nullable LogContext> CURRENT = new ThreadLocal<>();

    /** Ends what was entered: the thread works again for whom it worked before. */
    @FunctionalInterface
    public interface Scope {
        void leave();
    }

    /** Work that nobody is known for. */
    public static LogContext none() {
        return NONE;
    }

    /** Of this thread. */
    public static LogContext current() {
        LogContext known = CURRENT.get();
        return known == null ? NONE : known;
    }

    /** @param requestId empty where it is not known */
    public static LogContext ofRequest(String requestId, Optional<String> traceId) {
        Optional<String> known = Optional.of(requestId).filter(id -> !id.isEmpty());
        return new LogContext(known, traceId, Optional.empty(), Optional.empty());
    }

    /** The same request or work, for a user who is known now. */
    public LogContext of(UUID organisation, UUID user) {
        return new LogContext(requestId, traceId, Optional.of(organisation), Optional.of(user));
    }

    /** The same work, for an organisation and no user of it. */
    public LogContext of(UUID organisation) {
        return new LogContext(requestId, traceId, Optional.of(organisation), Optional.empty());
    }

    /** Makes it this thread's, until the scope is left; best in a {@code finally}. */
    public Scope enter() {
        LogContext before = current();
        set(this);
        return () -> set(before);
    }

    private static void set(LogContext context) {
        if (context.equals(NONE)) {
            CURRENT.remove();
        } else {
            CURRENT.set(context);
        }
    }
}
