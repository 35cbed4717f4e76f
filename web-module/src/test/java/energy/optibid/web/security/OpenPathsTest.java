package energy.optibid.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OpenPathsTest {
    private final List<Pattern> open = OpenPaths.of(Doors.class).toList();

    /** Some open, some not. */
    @Path("/doors")
    public static class Doors {
        @GET
        @PermitAll
        public String list() {
            return "";
        }

        @GET
        @Path("{id}/bell.x")
        @PermitAll
        public String bell() {
            return "";
        }

        @POST
        @Path("{id}")
        @RolesAllowed("viewer")
        public void open() {
            // Nothing to do.
        }
    }

    @Test
    void pathShouldBeOpenWhenAMethodPermitsAll() {
        assertThat(isOpen("doors")).isTrue();
        assertThat(isOpen("doors/7/bell.x")).isTrue();
    }

    @Test
    void logInShouldBeOpenAndTheRestShutWhenAsked() {
        assertThat(OpenPaths.contains("auth/login")).isTrue();
        assertThat(OpenPaths.contains("health")).isTrue();
        assertThat(OpenPaths.contains("auth/login/x")).isFalse();
        assertThat(OpenPaths.contains("assets")).isFalse();
        assertThat(OpenPaths.contains("")).isFalse();
    }

    @Test
    void pathShouldBeShutWhenNoMethodPermitsAll() {
        for (String path :
                new String[] {"", "door", "doors/", "doors/7", "doors/7/bellyx", "doors/7/8/bell.x", "x/doors"}) {
            assertThat(isOpen(path)).as(path).isFalse();
        }
    }

    private boolean isOpen(String path) {
        return open.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
