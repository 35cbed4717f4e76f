package energy.optibid.web.rest.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads a body into a record. Unknown, missing and doubled fields, wrong types and numbers that could not be kept
 * exactly are refused, all findings at once.
 */
public final class StrictJson {
    /** Largest body, bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private StrictJson() {}

    /**
     * Reads one object.
     *
     * @throws ProblemException 400 for a body that is not JSON or does not fit, 413 for one above 1 MiB
     */
    public static <T> T read(InputStream body, Class<T> type) throws IOException {
        return read(body.readNBytes(MAX_BYTES + 1), type);
    }

    static MergePatch readPatch(InputStream body) throws IOException {
        return new MergePatch(tree(body.readNBytes(MAX_BYTES + 1)));
    }

    static <T> T read(byte[] body, Class<T> type) {
        return bind(tree(body), type);
    }

    static <T> T bind(JsonNode tree, Class<T> type) {
        List<Finding> findings = new ArrayList<>();
        Object value = new RecordBinder(findings).bind(tree, type, "");
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_BODY, findings);
        }
        return Objects.requireNonNull(type.cast(value));
    }

    private static JsonNode tree(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            if (tree.isMissingNode()) {
                throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is empty");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            String limits = "At most %d levels deep, %d characters a number, %d characters a name"
                    .formatted(Json.MAX_DEPTH, Json.MAX_NUMBER_CHARACTERS, Json.MAX_NAME_CHARACTERS);
            throw new ProblemException(ProblemCode.MALFORMED_JSON, limits);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new ProblemException(ProblemCode.MALFORMED_JSON, firstLine(e.getOriginalMessage()) + where);
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is not UTF-8");
        }
    }

    /** Without what the parser says of its own settings. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").split(": (?=enable )", 2)[0];
    }
}
