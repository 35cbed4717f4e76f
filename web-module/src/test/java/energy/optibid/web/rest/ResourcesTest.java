package energy.optibid.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.junit.jupiter.api.Test;

/** What every resource has to say of itself. */
class ResourcesTest {
    private static final List<Class<?>> RESOURCES = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("energy.optibid.web")
                    .stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Test
    void resourcesShouldBeFoundWhenImported() {
        assertThat(RESOURCES).hasSizeGreaterThan(5);
    }

    @Test
    void resourceShouldBeApplicationScopedWhenItServesRequests() {
        assertThat(RESOURCES)
                .as("annotate it with @ApplicationScoped: a bean for each request costs a third of its time")
                .allMatch(type -> type.isAnnotationPresent(ApplicationScoped.class));
    }

    @Test
    void operationShouldSayWhoMayCallItWhenItIsServed() {
        assertThat(operations())
                .as("annotate it with @RolesAllowed, or with @PermitAll where everybody may call it")
                .allMatch(ResourcesTest::saysWho);
    }

    @Test
    void operationShouldBeOpenToAllOnlyWhenItIsListedHere() {
        assertThat(operations().stream()
                        .filter(method -> method.isAnnotationPresent(PermitAll.class))
                        .map(method -> method.getAnnotation(Operation.class).operationId()))
                .containsExactlyInAnyOrder(
                        "logIn",
                        "startSingleSignOn",
                        "finishSingleSignOn",
                        "verifySecondFactor",
                        "beginEnrolment",
                        "confirmEnrolment",
                        "exchangeApiKey",
                        "readHealth",
                        "register",
                        "verifyEmail",
                        "acceptInvitation",
                        "forgotPassword",
                        "resetPassword",
                        "refresh",
                        "logOut",
                        "readKeySet");
    }

    @Test
    void operationShouldDescribeItselfWhenItIsServed() {
        for (Method method : operations()) {
            Operation operation = method.getAnnotation(Operation.class);
            assertThat(operation).as("@Operation of %s", method).isNotNull();
            assertThat(operation.operationId()).as("operationId of %s", method).isNotBlank();
            assertThat(operation.summary()).as("summary of %s", method).isNotBlank();
            assertThat(operation.description()).as("description of %s", method).isNotBlank();
            assertThat(answers(method)).as("answers of %s", method).anyMatch(code -> code.matches("2..|303"));
        }
    }

    @Test
    void operationIdShouldBeUniqueWhenItIsServed() {
        assertThat(operations().stream()
                        .map(method -> method.getAnnotation(Operation.class).operationId()))
                .doesNotHaveDuplicates();
    }

    private static List<String> answers(Method method) {
        return Stream.concat(
                        Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                                .map(APIResponse::responseCode),
                        Arrays.stream(method.getAnnotationsByType(APIResponseSchema.class))
                                .map(APIResponseSchema::responseCode))
                .toList();
    }

    private static boolean saysWho(Method method) {
        return Set.of(method, method.getDeclaringClass()).stream()
                .anyMatch(element -> element.isAnnotationPresent(RolesAllowed.class)
                        || element.isAnnotationPresent(PermitAll.class));
    }

    private static List<Method> operations() {
        return RESOURCES.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class)))
                .toList();
    }
}
