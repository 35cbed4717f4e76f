package energy.optibid.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import energy.optibid.identity.IdentityProvider;
import energy.optibid.platform.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProviderClaimsTest {
    private static final UUID UTILITY = new UUID(1, 2);

    @Test
    void rolesShouldBeThoseOfTheMappedGroupsOnly() {
        assertThat(said("groups", claims().claim("groups", List.of("traders", "canteen", "heads", 7)))
                        .roles())
                .containsExactlyInAnyOrder("trader", "administrator");
        assertThat(said("groups", claims().claim("groups", "traders")).roles()).containsExactly("trader");
        assertThat(said("groups", claims()).roles()).isEmpty();
        assertThat(said("groups", claims().claim("groups", Map.of("traders", true)))
                        .roles())
                .isEmpty();
    }

    @Test
    void operatorShouldBeMadeForThePlatformOnlyWhenAGroupSaysSo() {
        JWTClaimsSet claims = claims().claim("groups", List.of("wizards")).build();

        assertThat(new ProviderClaims(claims, provider(UTILITY, "groups")).roles())
                .isEmpty();
        assertThat(new ProviderClaims(claims, provider(Actor.PLATFORM, "groups")).roles())
                .containsExactly("operator");
    }

    @Test
    void groupsShouldBeFoundByPathWhenTheyAreWithinObjects() {
        JWTClaimsSet.Builder nested = claims().claim("realm_access", Map.of("roles", List.of("traders")));

        assertThat(said("realm_access.roles", nested).roles()).containsExactly("trader");
        assertThat(said("realm_access.x.y", nested).roles()).isEmpty();
        assertThat(said("https://a.example/groups", claims().claim("https://a.example/groups", List.of("traders")))
                        .roles())
                .containsExactly("trader");
    }

    @Test
    void emailShouldCountOnlyWhenItIsVerifiedAndOfTheOrganisationsDomains() {
        assertThat(said("groups", email("Tanja@Utility.Example", true)).verifiedEmail())
                .contains("tanja@utility.example");
        assertThat(said("groups", email("tanja@utility.example", "true")).verifiedEmail())
                .isPresent();
        assertThat(said("groups", claims().claim("email", "t@utility.example").claim("xms_edov", "1"))
                        .verifiedEmail())
                .isPresent();
        assertThat(said("groups", email("tanja@utility.example", false)).verifiedEmail())
                .isEmpty();
        assertThat(said("groups", claims().claim("email", "tanja@utility.example"))
                        .verifiedEmail())
                .isEmpty();
        assertThat(said("groups", email("tanja@another.example", true)).verifiedEmail())
                .isEmpty();
        assertThat(said("groups", email("tanja@another.example@utility.example", true))
                        .verifiedEmail())
                .isEmpty();
        assertThat(said("groups", email("@utility.example", true)).verifiedEmail())
                .isEmpty();
        assertThat(said("groups", email("tanja@sub.utility.example", true)).verifiedEmail())
                .isEmpty();
    }

    @Test
    void nameShouldBePrintableAndShort() {
        assertThat(said("groups", claims().claim("name", " Tanja\u0000\u202e Trader "))
                        .displayName("t@x.example"))
                .isEqualTo("Tanja Trader");
        assertThat(said("groups", claims().claim("name", "x".repeat(300))).displayName("t@x.example"))
                .hasSize(200);
        assertThat(said("groups", claims()).displayName("t@x.example")).isEqualTo("t@x.example");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer("https://id.utility.example").subject("s");
    }

    private static JWTClaimsSet.Builder email(String email, Object verified) {
        return claims().claim("email", email).claim("email_verified", verified);
    }

    private static ProviderClaims said(String groupsClaim, JWTClaimsSet.Builder claims) {
        return new ProviderClaims(claims.build(), provider(UTILITY, groupsClaim));
    }

    private static IdentityProvider provider(UUID organisationId, String groupsClaim) {
        return new IdentityProvider(
                organisationId,
                "https://id.utility.example",
                "optibid",
                List.of("openid"),
                groupsClaim,
                Map.of("traders", "trader", "heads", "administrator", "wizards", "operator"),
                List.of("utility.example"),
                true,
                0,
                Instant.EPOCH);
    }
}
