package energy.optibid.web.rest;

import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cursor of a list that is in the order of a text: the last text of the page before, in base64url. */
public final class Cursor {

    private Cursor() {}

    public static String of(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text after which the page begins, empty for the first page.
     *
     * @throws ProblemException 400 where it is none of ours
     */
    public static String after(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new ProblemException(
                ProblemCode.INVALID_PARAMETERS,
                List.of(Finding.of(
                        "invalid-value", "cursor", "cursor must be the value of next of the page before", cursor)));
    }
}
