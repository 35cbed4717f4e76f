package energy.optibid.web.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers 304 to who has the answer already (RFC 9110, 13.1.2). Not by {@code Request.evaluatePreconditions}, which fails on a header
 * that is no list of tags: it is of no use then and does no harm, as if it were not there.
 */
public final class IfNoneMatch {

    private IfNoneMatch() {}

    /**
     * The answer with its tag, or that nothing has changed.
     *
     * @param tag absent where the answer has none, and is always sent
     * @param answer made only where it is needed
     */
    public static Response answer(
            HttpHeaders headers, Optional<EntityTag> tag, Supplier<Response.ResponseBuilder> answer) {
        String known = Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                .orElse("");
        boolean unchanged = tag.filter(now -> Arrays.stream(known.split(",", -1))
                        .map(String::trim)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals("*") || each.equals('"' + now.getValue() + '"')))
                .isPresent();
        return (unchanged ? Response.notModified() : answer.get())
                .tag(tag.orElse(null))
                .build();
    }
}
