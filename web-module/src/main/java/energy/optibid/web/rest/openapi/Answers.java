package energy.optibid.web.rest.openapi;

import energy.optibid.web.rest.VersionedJson;
import energy.optibid.web.rest.json.Json;
import energy.optibid.web.rest.json.MergePatch;
import energy.optibid.web.rest.problem.Problem;
import energy.optibid.web.rest.problem.ProblemCode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The answers of an operation: those that its method declares, and the problems that filters of every request tell. A
 * problem's description names its codes; each has its example among the components.
 */
final class Answers {
    private static final String EXAMPLES = "#/components/examples/";
    private static final String INSTANCE = "/api/v1/bid-runs";
    private static final String REQUEST_ID = "0199b2a4-7c31-7d02-9f3e-5b6c1d2e3f40";

    private final Bodies bodies;

    Answers(Bodies bodies) {
        this.bodies = bodies;
    }

    /** An example of every problem, by its code. */
    static Map<String, Example> problems() {
        return Arrays.stream(ProblemCode.values())
                .collect(Collectors.toMap(ProblemCode::code, Answers::example, (one, other) -> one, TreeMap::new));
    }

    APIResponses of(Method method) {
        APIResponses answers = OASFactory.createAPIResponses();
        Map<Integer, String> problems = new TreeMap<>();
        for (var declared :
                method.getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.responses.APIResponse.class)) {
            if (declared.responseCode().matches("[23]..")) {
                answers.addAPIResponse(declared.responseCode(), success(method, declared));
            } else {
                problems.put(Integer.valueOf(declared.responseCode()), declared.description());
            }
        }
        Optional.ofNullable(method.getAnnotation(APIResponseSchema.class))
                .ifPresent(one -> answers.addAPIResponse(one.responseCode(), single(one)));
        told(method).forEach(code -> problems.merge(code.status(), text(code), Answers::join));
        problems.forEach((status, text) -> answers.addAPIResponse(String.valueOf(status), problem(text)));
        answers.setDefaultValue(problem("Any other problem, for example " + ProblemCode.INTERNAL_ERROR.code()));
        return answers;
    }

    /** The codes that a description names. */
    static List<ProblemCode> codes(String description) {
        Set<String> words = Set.of(description.split("[^a-z-]+"));
        return Arrays.stream(ProblemCode.values())
                .filter(code -> words.contains(code.code()))
                .toList();
    }

    private static String text(ProblemCode code) {
        return code == ProblemCode.PRECONDITION_FAILED ? code.code() + ", with what changed" : code.code();
    }

    /** A declared text that names the code says more about it. */
    private static String join(String declared, String told) {
        return codes(declared).containsAll(codes(told)) ? declared : declared + ", " + told;
    }

    /** What the filters before a method may answer. */
    private static Collection<ProblemCode> told(Method method) {
        EnumSet<ProblemCode> codes = EnumSet.of(
                ProblemCode.MALFORMED_REQUEST,
                ProblemCode.INVALID_PARAMETERS,
                ProblemCode.NOT_ACCEPTABLE,
                ProblemCode.UNAVAILABLE);
        if (Operations.needsToken(method)) {
            codes.addAll(List.of(ProblemCode.NOT_AUTHENTICATED, ProblemCode.FORBIDDEN));
        }
        if (Operations.isForOurPages(method)) {
            codes.add(ProblemCode.CROSS_SITE_REFUSED);
        }
        if (Operations.isReplayed(method)) {
            codes.addAll(List.of(
                    ProblemCode.INVALID_HEADER,
                    ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT,
                    ProblemCode.IDEMPOTENCY_KEY_REUSED));
        }
        if (Operations.isVersioned(method)) {
            codes.addAll(List.of(
                    ProblemCode.INVALID_HEADER, ProblemCode.PRECONDITION_FAILED, ProblemCode.PRECONDITION_REQUIRED));
        }
        Operations.body(method).ifPresent(body -> {
            codes.addAll(List.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, ProblemCode.BODY_TOO_LARGE));
            if (body.getType().isRecord() || body.getType() == MergePatch.class) {
                codes.addAll(List.of(ProblemCode.MALFORMED_JSON, ProblemCode.INVALID_BODY));
            }
        });
        return codes;
    }

    private APIResponse success(
            Method method, org.eclipse.microprofile.openapi.annotations.responses.APIResponse declared) {
        APIResponse answer = OASFactory.createAPIResponse().description(declared.description());
        bodies.answer(method, declared).ifPresent(answer::setContent);
        for (Header header : declared.headers()) {
            answer.addHeader(header.name(), header(header.description()));
        }
        return answer;
    }

    /** One thing, with the headers that {@link energy.optibid.web.rest.Answered} gives it. */
    private APIResponse single(APIResponseSchema declared) {
        APIResponse answer = OASFactory.createAPIResponse()
                .description(declared.responseDescription())
                .content(bodies.json(declared.value()));
        if (VersionedJson.class.isAssignableFrom(declared.value())) {
            answer.addHeader("ETag", header("The version, to be sent as If-Match with a change"));
        }
        if (declared.responseCode().equals("201")) {
            answer.addHeader("Location", header("Address of what was made"));
        }
        return answer;
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(SchemaType.STRING));
    }

    private APIResponse problem(String description) {
        var body = OASFactory.createMediaType().schema(bodies.schema(Problem.class));
        for (ProblemCode code : codes(description)) {
            body.addExample(code.code(), OASFactory.createExample().ref(EXAMPLES + code.code()));
        }
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, body));
    }

    private static Example example(ProblemCode code) {
        Problem problem = Problem.of(code, Optional.empty(), List.of(), INSTANCE, REQUEST_ID);
        return OASFactory.createExample().summary(code.title()).value(Examples.tree(Json.bytes(problem)));
    }
}
