package energy.optibid.web.rest;

import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match} of a change: which version of the resource the caller has seen (RFC 9110, section 13.1.1).
 * A method that changes a versioned resource takes it as {@code @HeaderParam(IfMatch.HEADER) @Nullable String} and hands
 * {@link #version} to the facade, which throws {@link energy.optibid.platform.StaleVersionException} where another is
 * current. The OpenAPI document tells of the header and of 400, 412 and 428 by itself.
 */
public final class IfMatch {
    /** The name of the header. */
    public static final String HEADER = "If-Match";

    /** A version that no resource has. */
    static final int NO_VERSION = -1;

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern VERSION = Pattern.compile("0|[1-9]\\d{0,8}");

    private IfMatch() {}

    /**
     * The version that the header names. A weak tag, and one that is not ours, never matches: -1.
     *
     * @throws ProblemException 428 where there is no header; 400 where it is not exactly one tag, since {@code *} and a
     *     list do not say what was seen
     */
    public static int version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(ProblemCode.PRECONDITION_REQUIRED);
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            String message = HEADER + " must be the one ETag that was read, in its quotes";
            throw new ProblemException(
                    ProblemCode.INVALID_HEADER, List.of(Finding.of("invalid-value", HEADER, message, header)));
        }
        boolean ours = tag.group(1) == null && VERSION.matcher(tag.group(2)).matches();
        return ours ? Integer.parseInt(tag.group(2)) : NO_VERSION;
    }
}
