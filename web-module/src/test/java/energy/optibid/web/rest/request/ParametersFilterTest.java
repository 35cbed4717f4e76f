package energy.optibid.web.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import energy.optibid.web.rest.problem.Finding;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParametersFilterTest {

    enum Form {
        JSON,
        CSV
    }

    @SuppressWarnings("unused")
    static class Resource {
        public void read(
                @Parameter(required = true) @QueryParam("zone") String zone,
                @QueryParam("day") @Nullable LocalDate day,
                @QueryParam("asOf") @Nullable Instant asOf,
                @QueryParam("id") @Nullable UUID id,
                @QueryParam("limit") @Nullable Integer limit,
                @QueryParam("form") @Nullable Form form,
                @QueryParam("series") List<String> series) {}
    }

    @Test
    void findingsShouldBeNoneWhenAllIsWell() {
        assertThat(findings(
                        "zone=DE_LU",
                        "day=2026-11-22",
                        "asOf=2026-11-22T10:00:00Z",
                        "id=01900000-0000-7000-8000-000000000001",
                        "limit=5",
                        "form=csv",
                        "series=a",
                        "series=b"))
                .isEmpty();
        assertThat(findings("zone=DE_LU")).isEmpty();
    }

    @Test
    void findingsShouldTellAllWhenSeveralAreWrong() {
        assertThat(findings(
                        "zon=DE_LU",
                        "day=22.11.2026",
                        "asOf=2026-11-22T10:00:00+01:00",
                        "id=7",
                        "limit=many",
                        "form=xls"))
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        tuple("unknown-parameter", "zon"),
                        tuple("missing-parameter", "zone"),
                        tuple("invalid-value", "day"),
                        tuple("invalid-value", "asOf"),
                        tuple("invalid-value", "id"),
                        tuple("invalid-value", "limit"),
                        tuple("invalid-value", "form"));
    }

    @Test
    void findingsShouldRefuseRepetitionWhenParameterIsSingle() {
        assertThat(findings("zone=DE_LU", "zone=FR")).extracting(Finding::code).containsExactly("repeated-parameter");
    }

    @Test
    void findingsShouldRefuseEmptyValueWhenParameterIsOptional() {
        assertThat(findings("zone=DE_LU", "limit=")).extracting(Finding::code).containsExactly("missing-parameter");
    }

    private static List<Finding> findings(String... query) {
        MultivaluedMap<String, String> given = new MultivaluedHashMap<>();
        Arrays.stream(query).forEach(pair -> {
            int at = pair.indexOf('=');
            given.add(pair.substring(0, at), pair.substring(at + 1));
        });
        return ParametersFilter.findings(QueryParameter.of(Resource.class.getMethods()[0]), given);
    }
}
