package energy.optibid.identity.internal.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import energy.optibid.identity.IdentityProvider;
import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a verified ID token says of its user, in the words of one organisation's settings. */
final class ProviderClaims {
    private static final int MAX_NAME = 200;
    private static final int MAX_EMAIL = 254;

    private final JWTClaimsSet claims;
    private final IdentityProvider provider;

    ProviderClaims(JWTClaimsSet claims, IdentityProvider provider) {
        this.claims = claims;
        this.provider = provider;
    }

    String issuer() {
        return claims.getIssuer();
    }

    String subject() {
        return claims.getSubject();
    }

    /** The roles of the user's groups; none where no group gives one. */
    Set<String> roles() {
        boolean platform = provider.organisationId().equals(Actor.PLATFORM);
        return groups().flatMap(
                        group -> Optional.ofNullable(provider.roleMapping().get(group)).stream())
                .filter(role -> platform || !role.equals(Role.OPERATOR))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The user's address in lower case; absent unless the provider says that it is verified and its domain is the
     * organisation's. Entra ID says so by {@code xms_edov}.
     */
    Optional<String> verifiedEmail() {
        boolean verified = isTrue("email_verified") || isTrue("xms_edov");
        return text("email")
                .filter(email -> verified && email.length() <= MAX_EMAIL)
                .map(email -> email.toLowerCase(Locale.ROOT))
                .filter(email -> email.indexOf('@') > 0 && email.indexOf('@') == email.lastIndexOf('@'))
                .filter(email -> provider.emailDomains().contains(email.substring(email.indexOf('@') + 1)));
    }

    /** A name for people to read, the address where the token has none. */
    String displayName(String email) {
        return Stream.of(text("name"), text("given_name"), text("preferred_username"))
                .flatMap(Optional::stream)
                .map(name -> name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip())
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(
                        0, name.offsetByCodePoints(0, Math.min(MAX_NAME, name.codePointCount(0, name.length())))))
                .findFirst()
                .orElse(email);
    }

    private Stream<String> groups() {
        Object value = claim(provider.groupsClaim());
        if (value instanceof List<?> list) {
            return list.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        return value instanceof String one ? Stream.of(one) : Stream.empty();
    }

    /** A claim by its name or, where there is none of that name, by a path with dots. */
    private Object claim(String name) {
        Object direct = claims.getClaim(name);
        if (direct != null) {
            return direct;
        }
        Object at = claims.getClaims();
        for (String part : name.split("\\.", -1)) {
            at = at instanceof Map<?, ?> object
                    ? Optional.<Object>ofNullable(object.get(part)).orElse("")
                    : "";
        }
        return at instanceof String ? List.of() : at;
    }

    private Optional<String> text(String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** Providers write it as true, as "true" or as "1". */
    private boolean isTrue(String name) {
        return Set.of("true", "1").contains(String.valueOf(claims.getClaim(name)));
    }
}
