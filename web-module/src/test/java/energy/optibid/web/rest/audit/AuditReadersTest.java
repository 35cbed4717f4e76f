package energy.optibid.web.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.problem.ProblemException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditReadersTest {
    private static final UUID HOME = new UUID(7, 7);

    @Test
    void administratorShouldReadOnlyTheOrganisation() {
        Actor administrator = actor(Role.ADMINISTRATOR);

        assertThat(read(administrator, Optional.empty())).isEqualTo(HOME);
        assertThat(read(administrator, Optional.of(AuditScope.ORGANISATION))).isEqualTo(HOME);
        assertRefused(administrator, AuditScope.PLATFORM);
    }

    @Test
    void operatorShouldReadOnlyThePlatform() {
        Actor operator = actor(Role.OPERATOR);

        assertThat(read(operator, Optional.empty())).isEqualTo(Actor.PLATFORM);
        assertRefused(operator, AuditScope.ORGANISATION);
    }

    @Test
    void whoIsBothShouldReadTheOrganisationUnlessThePlatformIsAskedFor() {
        Actor both = actor(Role.ADMINISTRATOR, Role.OPERATOR);

        assertThat(read(both, Optional.empty())).isEqualTo(HOME);
        assertThat(read(both, Optional.of(AuditScope.PLATFORM))).isEqualTo(Actor.PLATFORM);
    }

    private static UUID read(Actor actor, Optional<AuditScope> scope) {
        return AuditReaders.reader(actor, scope).organisationId();
    }

    private static void assertRefused(Actor actor, AuditScope scope) {
        assertThatThrownBy(() -> AuditReaders.reader(actor, Optional.of(scope))).isInstanceOf(ProblemException.class);
    }

    private static Actor actor(String... roles) {
        return new Actor(new UUID(1, 1), HOME, Set.of(roles));
    }
}
