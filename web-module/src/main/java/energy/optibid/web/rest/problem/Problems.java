package energy.optibid.web.rest.problem;

import energy.optibid.platform.StaleVersionException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns anything that is thrown into the problem that the caller sees; absent where it is unexpected. */
public final class Problems {
    /** Of an answer 503: the probes of a service are not much further apart. */
    public static final int RETRY_AFTER_SECONDS = 5;

    public static final String DATABASE_LOST = "The database does not answer";

    /** A chain of causes may run in a circle. */
    private static final int MOST_CAUSES = 20;

    private final ProblemTable table;

    public Problems(Iterable<ProblemSource> sources) {
        table = new ProblemTable()
                .add(EJBAccessException.class, ProblemCode.FORBIDDEN)
                .add(StaleVersionException.class, ProblemCode.PRECONDITION_FAILED, Problems::changes)
                .addProblem(
                        OptimisticLockException.class, lost -> new ProblemException(ProblemCode.PRECONDITION_FAILED));
        sources.forEach(source -> source.addTo(table));
    }

    /** The problem of what was thrown or of what caused it inside of the container; absent: an internal error. */
    public Optional<ProblemException> of(Throwable thrown) {
        if (thrown instanceof ProblemException problem) {
            return Optional.of(problem);
        }
        if (thrown instanceof WebApplicationException refused) {
            return ofJaxRs(refused);
        }
        Optional<ProblemException> mapped = table.find(thrown);
        if (mapped.isPresent()) {
            return mapped;
        }
        if (isDatabaseLost(thrown)) {
            return Optional.of(unavailable());
        }
        boolean wrapper = thrown instanceof EJBException
                || thrown instanceof PersistenceException
                || thrown.getClass() == RuntimeException.class;
        Throwable cause = thrown.getCause();
        return wrapper && cause != null ? of(cause) : Optional.empty();
    }

    private static List<Finding> changes(StaleVersionException stale) {
        return stale.changes().stream()
                .map(change -> new Finding("changed", change.path(), change.message(), change.now()))
                .toList();
    }

    /** Whether PostgreSQL could not be reached, stopped, or had no connection left: SQLSTATE classes 08, 57P and 53. */
    private static boolean isDatabaseLost(Throwable thrown) {
        int depth = 0;
        for (Throwable at = thrown; at != null && depth < MOST_CAUSES; at = at.getCause(), depth++) {
            if (at instanceof SQLTransientConnectionException
                    || (at instanceof SQLException sql && isLost(String.valueOf(sql.getSQLState())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLost(String sqlState) {
        return sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState.startsWith("53");
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                ProblemCode.UNAVAILABLE,
                DATABASE_LOST,
                List.of(),
                Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS)));
    }

    private static Optional<ProblemException> ofJaxRs(WebApplicationException refused) {
        Response response = refused.getResponse();
        return ofStatus(response.getStatus()).map(code -> {
            String allow = response.getHeaderString(HttpHeaders.ALLOW);
            return new ProblemException(
                    code, code.title(), List.of(), allow == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allow));
        });
    }

    /** The problem of a status that the container chose; absent for the unexpected ones. */
    public static Optional<ProblemCode> ofStatus(int status) {
        return switch (status) {
            case 400, 505 -> Optional.of(ProblemCode.MALFORMED_REQUEST);
            case 401 -> Optional.of(ProblemCode.NOT_AUTHENTICATED);
            case 403 -> Optional.of(ProblemCode.FORBIDDEN);
            case 404 -> Optional.of(ProblemCode.NOT_FOUND);
            case 405, 501 -> Optional.of(ProblemCode.METHOD_NOT_ALLOWED);
            case 406 -> Optional.of(ProblemCode.NOT_ACCEPTABLE);
            case 412 -> Optional.of(ProblemCode.PRECONDITION_FAILED);
            case 413 -> Optional.of(ProblemCode.BODY_TOO_LARGE);
            case 415 -> Optional.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            case 428 -> Optional.of(ProblemCode.PRECONDITION_REQUIRED);
            case 429 -> Optional.of(ProblemCode.RATE_LIMITED);
            case 503 -> Optional.of(ProblemCode.UNAVAILABLE);
            default -> status >= 400 && status < 500 ? Optional.of(ProblemCode.MALFORMED_REQUEST) : Optional.empty();
        };
    }
}
