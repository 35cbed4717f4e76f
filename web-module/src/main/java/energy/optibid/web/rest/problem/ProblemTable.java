package energy.optibid.web.rest.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Which exception is which problem. An exception that is not here is an internal error. */
public final class ProblemTable {
    private final Map<Class<?>, Function<Throwable, ProblemException>> entries = new ConcurrentHashMap<>();

    /** The exception's message is the detail. */
    public <E extends RuntimeException> ProblemTable add(Class<E> exception, ProblemCode code) {
        return add(exception, code, thrown -> List.of());
    }

    /** The exception's message is the detail, its findings are the errors. */
    public <E extends RuntimeException> ProblemTable add(
            Class<E> exception, ProblemCode code, Function<E, List<Finding>> findings) {
        return addProblem(
                exception,
                thrown -> new ProblemException(code, message(thrown, code), findings.apply(thrown), Map.of()));
    }

    /** For an exception whose code depends on what it carries. */
    public <E extends RuntimeException> ProblemTable addProblem(
            Class<E> exception, Function<E, ProblemException> problem) {
        Function<Throwable, ProblemException> entry = thrown -> problem.apply(exception.cast(thrown));
        if (entries.putIfAbsent(exception, entry) != null) {
            throw new IllegalStateException(exception.getName() + " is mapped to a problem twice");
        }
        return this;
    }

    /** The problem of an exception, looked up by its class and then by each class above it. */
    public Optional<ProblemException> find(Throwable thrown) {
        for (Class<?> type = thrown.getClass(); type != Throwable.class; type = type.getSuperclass()) {
            Function<Throwable, ProblemException> entry = entries.get(type);
            if (entry != null) {
                return Optional.of(entry.apply(thrown));
            }
        }
        return Optional.empty();
    }

    private static String message(Throwable thrown, ProblemCode code) {
        return Optional.ofNullable(thrown.getMessage()).orElse(code.title());
    }
}
