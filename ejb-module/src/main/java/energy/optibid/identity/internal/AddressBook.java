package energy.optibid.identity.internal;

import energy.optibid.identity.EmailAddress;
import energy.optibid.identity.UserAccount;
import energy.optibid.platform.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds across organisations whose an address or a name is, before anybody is logged in. */
@ApplicationScoped
public class AddressBook {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    AccountTable accounts;

    @Inject
    Tenancy tenancy;

    public boolean has(EmailAddress email) {
        return find(email).isPresent();
    }

    /** The account with this address, whose organisation the transaction is entered for. */
    public Optional<UserAccount> account(EmailAddress email) {
        return find(email).flatMap(place -> {
            UUID organisationId = (UUID) place[1];
            tenancy.enter(organisationId);
            return accounts.find(organisationId, (UUID) place[0]);
        });
    }

    public boolean hasOrganisation(String name) {
        Object found = entityManager
                .createNativeQuery("select optibid_organisation_by_name(:name)", UUID.class)
                .setParameter("name", name)
                .getSingleResult();
        return found != null;
    }

    private Optional<Object[]> find(EmailAddress email) {
        List<?> rows = entityManager
                .createNativeQuery("select id, organisation_id from optibid_user_by_email(:email)")
                .setParameter("email", email.text())
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast);
    }
}
