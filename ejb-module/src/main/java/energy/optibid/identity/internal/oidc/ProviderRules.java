package energy.optibid.identity.internal.oidc;

import energy.optibid.identity.IdentityProviderFinding;
import energy.optibid.identity.IdentityProviderSettings;
import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What is wrong with the settings of a provider, without asking anybody. */
final class ProviderRules {
    private static final int MAX_ISSUER = 500;
    private static final int MAX_SECRET = 1000;
    private static final int MAX_GROUP = 200;
    private static final int MAX_MAPPED = 200;
    private static final int MAX_DOMAINS = 50;
    private static final Pattern CLIENT = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,100}");
    private static final Pattern CLAIM = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private final ProviderAddress addresses;
    private final List<IdentityProviderFinding> findings = new ArrayList<>();

    ProviderRules(ProviderAddress addresses) {
        this.addresses = addresses;
    }

    List<IdentityProviderFinding> check(IdentityProviderSettings settings, UUID organisationId) {
        checkIssuer(settings.issuer());
        require(
                CLIENT.matcher(settings.clientId()).matches(),
                "invalid-client-id",
                "clientId",
                "is no client id",
                settings.clientId());
        settings.clientSecret()
                .ifPresent(secret -> require(
                        !secret.isBlank() && secret.length() <= MAX_SECRET,
                        "invalid-client-secret",
                        "clientSecret",
                        "has 1 to " + MAX_SECRET + " characters",
                        ""));
        settings.scopes()
                .forEach(scope -> require(
                        SCOPE.matcher(scope).matches(), "invalid-scope", "scopes", "is no list of scopes", scope));
        require(settings.scopes().contains("openid"), "openid-missing", "scopes", "must contain openid", "");
        require(
                CLAIM.matcher(settings.groupsClaim()).matches(),
                "invalid-claim",
                "groupsClaim",
                "is no name of a claim",
                settings.groupsClaim());
        checkMapping(settings, organisationId);
        checkDomains(settings.emailDomains());
        return List.copyOf(findings);
    }

    private void checkIssuer(String issuer) {
        Optional<URI> address = uri(issuer);
        Optional<String> complaint =
                address.isEmpty() ? Optional.of("must be an address") : addresses.complaint(address.get());
        boolean plain = address.map(uri -> uri.getRawQuery() == null).orElse(true);
        complaint.ifPresent(text -> require(false, "invalid-issuer", "issuer", text, issuer));
        require(
                plain && issuer.length() <= MAX_ISSUER,
                "invalid-issuer",
                "issuer",
                "must be short and without a query",
                issuer);
    }

    private void checkMapping(IdentityProviderSettings settings, UUID organisationId) {
        require(
                settings.roleMapping().size() <= MAX_MAPPED,
                "too-many",
                "roleMapping",
                "has at most " + MAX_MAPPED + " groups",
                "");
        settings.roleMapping().forEach((group, role) -> {
            require(
                    !group.isBlank() && group.length() <= MAX_GROUP,
                    "invalid-group",
                    "roleMapping",
                    "names groups of 1 to " + MAX_GROUP + " characters",
                    group);
            require(Role.ALL.contains(role), "unknown-role", "roleMapping", "names a role that there is not", role);
            require(
                    !role.equals(Role.OPERATOR) || organisationId.equals(Actor.PLATFORM),
                    "role-not-grantable",
                    "roleMapping",
                    "may make operators for the platform's own organisation only",
                    role);
        });
    }

    private void checkDomains(List<String> domains) {
        require(
                domains.size() <= MAX_DOMAINS,
                "too-many",
                "emailDomains",
                "has at most " + MAX_DOMAINS + " domains",
                "");
        require(
                new HashSet<>(domains).size() == domains.size(),
                "doubled",
                "emailDomains",
                "names each domain once",
                "");
        domains.forEach(domain -> require(
                DOMAIN.matcher(domain).matches(),
                "invalid-domain",
                "emailDomains",
                "names domains in lower case, such as example.com",
                domain));
    }

    private void require(boolean condition, String code, String field, String rule, String value) {
        if (!condition) {
            findings.add(new IdentityProviderFinding(code, field, field + " " + rule, value));
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
