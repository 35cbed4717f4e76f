package energy.optibid.web.security;

import energy.optibid.platform.Allowance;
import energy.optibid.platform.RateLimit;
import energy.optibid.platform.RateLimiter;
import energy.optibid.platform.WebSettings;
import energy.optibid.web.rest.problem.ProblemCode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts the requests to the API: those with a token by user or API key, those without by client address, and of these
 * what changes something (log-ins, registrations) once more against a closer limit. Every answer tells what is left, in
 * the headers of draft-ietf-httpapi-ratelimit-headers-09; a refused one also when to come again. Mapped in web.xml.
 */
public class RateLimitFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** What one household or office has of IPv6. */
    private static final int NETWORK_BITS = 64;

    @Inject
    private transient RateLimiter limiter;

    @Inject
    private transient WebSettings settings;

    @Inject
    private transient Caller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        List<Allowance> allowances = take(request);
        response.setHeader("RateLimit-Policy", policies(allowances));
        response.setHeader("RateLimit", tightest(allowances));
        Optional<Allowance> refused =
                allowances.stream().filter(allowance -> !allowance.granted()).findFirst();
        if (refused.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response, refused.get());
        }
    }

    private List<Allowance> take(HttpServletRequest request) {
        Optional<String> user = Optional.ofNullable(request.getUserPrincipal()).map(principal -> principal.getName());
        if (user.isPresent()) {
            return List.of(caller.apiKeyId()
                    .map(key -> limiter.take(settings.key(), key.toString()))
                    .orElseGet(() -> limiter.take(settings.user(), user.get())));
        }
        String subject = network(caller.origin().address());
        List<Allowance> allowances = new ArrayList<>();
        allowances.add(limiter.take(settings.address(), subject));
        if (request.getMethod().equals("POST")) {
            allowances.add(limiter.take(settings.anonymous(), subject));
        }
        return allowances;
    }

    /** The address, or of IPv6 its network, within which one client has as many addresses as it likes. */
    static String network(String address) {
        IPAddress parsed = new IPAddressString(address).getAddress();
        return parsed != null && parsed.isIPv6()
                ? parsed.toPrefixBlock(NETWORK_BITS).toCanonicalString()
                : address;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Allowance refused)
            throws IOException {
        RateLimit limit = refused.limit();
        response.setHeader("Retry-After", Long.toString(Math.max(1, seconds(refused.retryAfter()))));
        String detail = "The limit \"%s\" allows %d requests in %d seconds"
                .formatted(limit.name(), limit.requests(), limit.window().toSeconds());
        ProblemWriter.write(request, response, ProblemCode.RATE_LIMITED, Optional.of(detail));
    }

    private static String policies(List<Allowance> allowances) {
        return allowances.stream()
                .map(Allowance::limit)
                .map(limit -> "\"%s\";q=%d;w=%d"
                        .formatted(
                                limit.name(), limit.requests(), limit.window().toSeconds()))
                .collect(Collectors.joining(", "));
    }

    private static String tightest(List<Allowance> allowances) {
        Allowance least = allowances.stream()
                .min(Comparator.comparingLong(Allowance::remaining))
                .orElseThrow();
        return "\"%s\";r=%d;t=%d".formatted(least.limit().name(), least.remaining(), seconds(least.full()));
    }

    /** Rounded up: who comes a moment too early is refused again. */
    private static long seconds(Duration length) {
        return length.plusNanos(Duration.ofSeconds(1).toNanos() - 1).toSeconds();
    }
}
