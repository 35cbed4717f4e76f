package energy.optibid.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizationFilterTest {

    static class Silent {
        public void nothing() {}

        @PermitAll
        public void everyone() {}

        @RolesAllowed({"trader", "administrator"})
        public void traders() {}
    }

    @RolesAllowed("viewer")
    static class ForViewers {
        public void inherited() {}

        @RolesAllowed("operator")
        public void operators() {}

        @DenyAll
        public void nobody() {}
    }

    @Test
    void mayCallShouldRefuseWhenMethodSaysNothing() {
        assertThat(mayCall(Silent.class, "nothing", "viewer", "trader", "administrator", "operator"))
                .isFalse();
    }

    @Test
    void mayCallShouldAllowEveryoneWhenMethodPermitsAll() {
        assertThat(mayCall(Silent.class, "everyone")).isTrue();
    }

    @Test
    void mayCallShouldAskForOneOfTheRolesWhenMethodNamesThem() {
        assertThat(mayCall(Silent.class, "traders", "trader")).isTrue();
        assertThat(mayCall(Silent.class, "traders", "viewer", "operator")).isFalse();
        assertThat(mayCall(Silent.class, "traders")).isFalse();
    }

    @Test
    void mayCallShouldPreferTheMethodWhenClassNamesRolesToo() {
        assertThat(mayCall(ForViewers.class, "inherited", "viewer")).isTrue();
        assertThat(mayCall(ForViewers.class, "operators", "viewer")).isFalse();
        assertThat(mayCall(ForViewers.class, "operators", "operator")).isTrue();
        assertThat(mayCall(ForViewers.class, "nobody", "viewer")).isFalse();
    }

    private static boolean mayCall(Class<?> resource, String method, String... roles) {
        return AuthorizationFilter.mayCall(new Info(resource, method), new Roles(Set.of(roles)));
    }

    private record Info(Class<?> resource, String method) implements ResourceInfo {
        @Override
        public Method getResourceMethod() {
            try {
                return resource.getMethod(method);
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Class<?> getResourceClass() {
            return resource;
        }
    }

    private record Roles(Set<String> roles) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return () -> "user";
        }

        @Override
        public boolean isUserInRole(String role) {
            return roles.contains(role);
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "MP-JWT";
        }
    }
}
