package energy.optibid.web.rest.auth;

import energy.optibid.identity.ChallengeRefusedException;
import energy.optibid.identity.CodeRefusedException;
import energy.optibid.identity.LogInOutcome;
import energy.optibid.identity.LogInOutcome.EnrolmentNeeded;
import energy.optibid.identity.LogInOutcome.SecondFactorNeeded;
import energy.optibid.identity.LogInRefusedException;
import energy.optibid.identity.LogInThrottledException;
import energy.optibid.identity.LogInsBusyException;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts what came of log-ins with a password and of the codes that follow: {@code optibid_log_ins_total}. */
@ApplicationScoped
public class LogInCounts {
    private static final List<String> OUTCOMES = List.of(
            "authenticated",
            "second-factor-required",
            "enrolment-required",
            "refused",
            "code-refused",
            "challenge-refused",
            "throttled",
            "busy");

    private final Map<String, CounterDataPoint> counters = new ConcurrentHashMap<>();

    /** All outcomes are there from the start, so that a rate is known from the first one on. */
    @Inject
    public LogInCounts(PrometheusRegistry registry) {
        Counter counter = Counter.builder()
                .name("optibid_log_ins_total")
                .help("Log-ins with a password, and the codes that follow, by what came of them")
                .labelNames("outcome")
                .withoutExemplars()
                .register(registry);
        OUTCOMES.forEach(outcome -> counters.put(outcome, counter.labelValues(outcome)));
    }

    /** For the container's proxy only. */
    protected LogInCounts() {}

    /** Makes this bean, and with it the counters, before the first scrape. */
    void onStart(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    /** Makes an attempt and counts what comes of it. */
    public LogInOutcome counted(Supplier<? extends LogInOutcome> attempt) {
        try {
            LogInOutcome outcome = attempt.get();
            count(name(outcome));
            return outcome;
        } catch (LogInRefusedException e) {
            throw counted("refused", e);
        } catch (CodeRefusedException e) {
            throw counted("code-refused", e);
        } catch (ChallengeRefusedException e) {
            throw counted("challenge-refused", e);
        } catch (LogInThrottledException e) {
            throw counted("throttled", e);
        } catch (LogInsBusyException e) {
            throw counted("busy", e);
        }
    }

    private static String name(LogInOutcome outcome) {
        if (outcome instanceof SecondFactorNeeded) {
            return "second-factor-required";
        }
        return outcome instanceof EnrolmentNeeded ? "enrolment-required" : "authenticated";
    }

    private <E extends RuntimeException> E counted(String outcome, E refusal) {
        count(outcome);
        return refusal;
    }

    private void count(String outcome) {
        CounterDataPoint counter = counters.get(outcome);
        if (counter != null) {
            counter.inc();
        }
    }
}
