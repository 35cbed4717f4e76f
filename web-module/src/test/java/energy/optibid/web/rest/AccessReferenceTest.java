package energy.optibid.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import energy.optibid.identity.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/reference/access.md against the annotations of the resources, which are what decides. The page is written anew by
 * {@code -Doptibid.write-docs=true}.
 */
class AccessReferenceTest {
    private static final java.nio.file.Path PAGE = java.nio.file.Path.of("../docs/reference/access.md");
    private static final String HEAD = """
            # Who may call what

            Every operation of the REST interface and the roles that may call it. Made from the annotations in the code; a test
            fails when this page is out of date, and `AccessMatrixIT` calls every deployed operation with every role, without a
            token, with an expired one and with one of another organisation. A user may have several roles. Without a token
            only what is open answers; everything else is 401 `not-authenticated`, and 403 `forbidden` with a token whose roles
            are not in the row. What belongs to another organisation is 404, whatever the role.

            Open means that no access token is needed, not that nothing is. A token that is sent all the same must be good: a bad
            one is 401 everywhere. `POST /auth/refresh` and `POST /auth/logout` go by the cookie of the session, and a request
            that is not from our own pages is 403 `cross-site-refused`. `POST /auth/mfa/enrolment` and its `confirm` take the
            challenge of a log-in in place of the token, and are 401 `not-authenticated` with neither. All open operations that
            change something share a narrow [rate limit](../explanation/edge.md) by address.

            | role | what for |
            |---|---|
            | `viewer` | reads everything of the organisation |
            | `analyst` | reads, exports market data, runs simulations, logs and registers model runs; does not bid |
            | `trader` | runs bids, keeps assets, says which version of a model is in use |
            | `approver` | reads, approves bids |
            | `administrator` | keeps the organisation, its users, keys, sites and assets, and reads the audit trail |
            | `operator` | runs the platform: imports market data, keeps the organisations; given by operators only |

            A change of roles, a suspension and a deletion end all sessions of the user: an access token that was given before is
            refused within two seconds. The same holds for all users of an organisation that is suspended or deleted.

            """;

    private record Operation(String method, String path, List<String> roles) {

        String row() {
            boolean open = roles.isEmpty();
            String marks = Stream.concat(
                            Stream.of(open ? "open" : ""),
                            Role.ALL.stream().map(role -> open || roles.contains(role) ? "yes" : ""))
                    .collect(Collectors.joining(" | "));
            return "| `" + method + " " + path + "` | " + marks + " |";
        }

        String key() {
            return path + " " + method;
        }
    }

    @Test
    void pageShouldShowWhoMayCallWhat() throws IOException {
        String page = HEAD
                + "| operation | without token | " + String.join(" | ", Role.ALL) + " |\n"
                + "|---|---|" + "---|".repeat(Role.ALL.size()) + "\n"
                + operations().map(Operation::row).collect(Collectors.joining("\n")) + "\n";

        if (Boolean.getBoolean("optibid.write-docs")) {
            java.nio.file.Files.writeString(PAGE, page);
        }

        assertThat(java.nio.file.Files.readString(PAGE))
                .as("run again with -Doptibid.write-docs=true")
                .isEqualTo(page);
    }

    @Test
    void rolesShouldBeKnownWhenOperationNamesThem() {
        assertThat(operations().flatMap(operation -> operation.roles().stream()))
                .isSubsetOf(Role.ALL);
    }

    private static Stream<Operation> operations() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("energy.optibid.web")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(method -> httpMethod(method).map(verb -> operation(method, verb)).stream())
                        .sorted(Comparator.comparing(Operation::key));
    }

    private static Operation operation(Method method, String verb) {
        String root = method.getDeclaringClass().getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        String path = own == null ? root : root + "/" + own.value();
        AnnotatedElement decides = saysWho(method) ? method : method.getDeclaringClass();
        assertThat(saysWho(decides)).as("who may call %s", method).isTrue();
        RolesAllowed roles = decides.getAnnotation(RolesAllowed.class);
        return new Operation(
                verb,
                ("/" + path).replace("//", "/").replaceAll("\\{(\\w+)[^}]*}", "{$1}"),
                roles == null ? List.of() : List.of(roles.value()));
    }

    private static boolean saysWho(AnnotatedElement element) {
        return element.isAnnotationPresent(RolesAllowed.class) || element.isAnnotationPresent(PermitAll.class);
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }
}
