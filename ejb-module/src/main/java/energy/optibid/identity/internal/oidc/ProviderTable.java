package energy.optibid.identity.internal.oidc;

import energy.optibid.identity.IdentityProvider;
import energy.optibid.identity.IdentityProviderSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables of identity providers, for the organisation that the transaction is entered for. */
@ApplicationScoped
public class ProviderTable {
    private static final String OF_ORGANISATION = " where organisation_id = :organisation";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    public Optional<IdentityProvider> find(UUID organisationId) {
        List<?> rows = ofOrganisation(
                        "select issuer, client_id, scopes, groups_claim, create_users, version, changed_at"
                                + " from identity_providers" + OF_ORGANISATION,
                        organisationId)
                .getResultList();
        return rows.stream().findFirst().map(row -> provider(organisationId, (Object[]) row));
    }

    /** The client's secret, sealed. */
    public byte[] sealedSecret(UUID organisationId) {
        return (byte[])
                ofOrganisation("select client_secret_sealed from identity_providers" + OF_ORGANISATION, organisationId)
                        .getSingleResult();
    }

    /** Keeps others from changing the provider meanwhile. */
    public void lock(UUID organisationId) {
        ofOrganisation("select 1 from identity_providers" + OF_ORGANISATION + " for update", organisationId)
                .getResultList();
    }

    public void insert(UUID organisationId, IdentityProviderSettings settings, byte[] sealedSecret) {
        values(
                        "insert into identity_providers (organisation_id, issuer, client_id, client_secret_sealed, scopes,"
                                + " groups_claim, create_users, changed_at) values (:organisation, :issuer, :client,"
                                + " :secret, :scopes, :groups, :create, :now)",
                        organisationId,
                        settings)
                .setParameter("secret", sealedSecret)
                .executeUpdate();
        insertParts(organisationId, settings);
    }

    public void update(UUID organisationId, IdentityProviderSettings settings, byte[] sealedSecret) {
        values(
                        "update identity_providers set issuer = :issuer, client_id = :client,"
                                + " client_secret_sealed = :secret, scopes = :scopes, groups_claim = :groups,"
                                + " create_users = :create, changed_at = :now, version = version + 1" + OF_ORGANISATION,
                        organisationId,
                        settings)
                .setParameter("secret", sealedSecret)
                .executeUpdate();
        ofOrganisation("delete from identity_provider_roles" + OF_ORGANISATION, organisationId)
                .executeUpdate();
        ofOrganisation("delete from identity_provider_domains" + OF_ORGANISATION, organisationId)
                .executeUpdate();
        insertParts(organisationId, settings);
    }

    public void delete(UUID organisationId) {
        ofOrganisation("delete from identity_providers" + OF_ORGANISATION, organisationId)
                .executeUpdate();
    }

    /** Whose domain it is, whatever the transaction is entered for. */
    public Optional<UUID> organisationOfDomain(String domain) {
        return Optional.ofNullable((UUID) entityManager
                .createNativeQuery("select optibid_organisation_of_domain(:domain)", UUID.class)
                .setParameter("domain", domain)
                .getSingleResult());
    }

    /** Whether people of other organisations have addresses of the domain. */
    public boolean isUsedElsewhere(String domain, UUID organisationId) {
        return (Boolean)
                ofOrganisation("select optibid_domain_is_used_elsewhere(:domain, :organisation)", organisationId)
                        .setParameter("domain", domain)
                        .getSingleResult();
    }

    /**
     * The switches of the organisation's policy, as the API names them, that let nobody in without the provider; keeps
     * the policy from changing meanwhile.
     */
    public List<String> switchesThatNeedIt(UUID organisationId) {
        Object[] row = (Object[]) ofOrganisation(
                        "select password_log_in, single_sign_on_required from organisations where id = :organisation"
                                + " for update",
                        organisationId)
                .getSingleResult();
        List<String> switches = new ArrayList<>();
        if (!(Boolean) row[0]) {
            switches.add("passwordLogIn");
        }
        if ((Boolean) row[1]) {
            switches.add("singleSignOnRequired");
        }
        return switches;
    }

    private void insertParts(UUID organisationId, IdentityProviderSettings settings) {
        settings.roleMapping()
                .forEach((group, role) -> ofOrganisation(
                                "insert into identity_provider_roles (organisation_id, group_name, role_code)"
                                        + " values (:organisation, :group, :role)",
                                organisationId)
                        .setParameter("group", group)
                        .setParameter("role", role)
                        .executeUpdate());
        settings.emailDomains()
                .forEach(domain -> ofOrganisation(
                                "insert into identity_provider_domains (organisation_id, domain)"
                                        + " values (:organisation, :domain)",
                                organisationId)
                        .setParameter("domain", domain)
                        .executeUpdate());
    }

    private IdentityProvider provider(UUID organisationId, Object[] row) {
        List<?> roles = ofOrganisation(
                        "select group_name, role_code from identity_provider_roles" + OF_ORGANISATION, organisationId)
                .getResultList();
        List<?> domains = ofOrganisation(
                        "select domain from identity_provider_domains" + OF_ORGANISATION + " order by domain",
                        organisationId)
                .getResultList();
        Map<String, String> mapping = roles.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(each -> (String) each[0], each -> (String) each[1]));
        return new IdentityProvider(
                organisationId,
                (String) row[0],
                (String) row[1],
                List.of(((String) row[2]).split(" ", -1)),
                (String) row[3],
                mapping,
                domains.stream().map(Objects::toString).toList(),
                (Boolean) row[4],
                ((Number) row[5]).intValue(),
                instant(row[6]));
    }

    /** The driver's and Hibernate's ideas of a timestamptz. */
    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private Query values(String sql, UUID organisationId, IdentityProviderSettings settings) {
        return ofOrganisation(sql, organisationId)
                .setParameter("issuer", settings.issuer())
                .setParameter("client", settings.clientId())
                .setParameter("scopes", String.join(" ", settings.scopes()))
                .setParameter("groups", settings.groupsClaim())
                .setParameter("create", settings.createUsers())
                .setParameter("now", clock.instant());
    }

    private Query ofOrganisation(String sql, UUID organisationId) {
        return entityManager.createNativeQuery(sql).setParameter("organisation", organisationId);
    }
}
