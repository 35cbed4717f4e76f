package energy.optibid.identity.internal;

import energy.optibid.identity.AccountRefusedException;
import energy.optibid.identity.AddedOrganisation;
import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.ChangeHistory;
import energy.optibid.identity.Invitation;
import energy.optibid.identity.InvitedUser;
import energy.optibid.identity.NewOrganisation;
import energy.optibid.identity.Organisation;
import energy.optibid.identity.OrganisationDetails;
import energy.optibid.identity.OrganisationNotFoundException;
import energy.optibid.identity.OrganisationPolicy;
import energy.optibid.identity.OrganisationStatus;
import energy.optibid.identity.Role;
import energy.optibid.identity.Sessions;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.internal.mail.MailQueue;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Works on the organisation that the actor is in, each time in a transaction of its own. */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OrganisationDesk {
    private static final int MAX_NAME = 200;
    private static final String ORGANISATION = "organisation";

    @Inject
    OrganisationTable organisations;

    @Inject
    AccountTable accounts;

    @Inject
    AddressBook addresses;

    @Inject
    Invitations invitations;

    @Inject
    MailQueue mails;

    @Inject
    Sessions sessions;

    @Inject
    AuditTrail auditTrail;

    @Inject
    ChangeHistory history;

    public List<Organisation> all(Actor actor, String after, int most) {
        return organisations.all(after, most);
    }

    public Organisation read(Actor actor) {
        return organisations.find(actor.organisationId()).orElseThrow(() -> notFound(actor));
    }

    public Organisation readAt(Actor actor, int version) {
        return seen(actor, read(actor), version);
    }

    /** @throws AccountRefusedException with everything that is wrong */
    public AddedOrganisation add(Actor actor, NewOrganisation wanted) {
        AccountRules rules = new AccountRules()
                .name("name", wanted.name())
                .email("administratorEmail", wanted.administratorEmail())
                .name("administratorName", wanted.administratorName());
        checkFree(rules, wanted.name());
        rules.check();
        Organisation added = organisations.add(actor.organisationId(), wanted.name());
        record(actor, "organisation.create", Optional.empty(), Optional.of(added));
        Invitation invitation =
                new Invitation(wanted.administratorEmail(), wanted.administratorName(), Set.of(Role.ADMINISTRATOR));
        InvitedUser administrator = invitations.invite(actor, invitation, true);
        return new AddedOrganisation(added, administrator);
    }

    public Organisation change(Actor actor, int seen, OrganisationDetails details) {
        Organisation before = lock(actor, seen);
        if (details.equals(before.details())) {
            return before;
        }
        check(before, details);
        Organisation after = organisations.update(before.id(), details.name(), details.status(), details.policy());
        if (before.isActive() && !after.isActive()) {
            users(actor).forEach(user -> sessions.endAll(actor, user.id()));
        }
        record(actor, "organisation.update", Optional.of(before), Optional.of(after));
        return after;
    }

    public void remove(Actor actor, int seen) {
        Organisation before = lock(actor, seen);
        for (UserAccount user : users(actor)) {
            sessions.endAll(actor, user.id());
            mails.withdraw(user);
            accounts.erase(user);
        }
        String suffix = " (deleted " + before.id() + ")";
        int kept = Math.min(before.name().length(), MAX_NAME - suffix.length());
        organisations.update(
                before.id(), before.name().substring(0, kept) + suffix, OrganisationStatus.DELETED, before.policy());
        record(actor, "organisation.delete", Optional.of(before), Optional.empty());
    }

    private Organisation lock(Actor actor, int seen) {
        Organisation found = organisations.lock(actor.organisationId()).orElseThrow(() -> notFound(actor));
        return seen(actor, found, seen);
    }

    private Organisation seen(Actor actor, Organisation found, int version) {
        history.requireSeen(actor, ORGANISATION, found.id(), version, found.version(), AccountJson.of(found));
        return found;
    }

    private void check(Organisation before, OrganisationDetails details) {
        AccountRules rules = new AccountRules().name("name", details.name());
        rules.knownRoles("secondFactorRoles", details.policy().secondFactorRoles());
        if (details.status() == OrganisationStatus.DELETED) {
            rules.add(
                    "invalid-status",
                    "status",
                    "An organisation is made active or suspended",
                    details.status().code());
        }
        if (!details.name().equals(before.name())) {
            checkFree(rules, details.name());
        }
        checkProvider(rules, before, details.policy());
        rules.check();
    }

    /** Without passwords and without a provider nobody could log in to change it back. */
    private void checkProvider(AccountRules rules, Organisation organisation, OrganisationPolicy after) {
        OrganisationPolicy before = organisation.policy();
        boolean noPassword = before.passwordLogIn() && !after.passwordLogIn();
        boolean providerOnly = !before.singleSignOnRequired() && after.singleSignOnRequired();
        if ((noPassword || providerOnly) && !organisations.hasIdentityProvider(organisation.id())) {
            String message = "Set up an identity provider first, else nobody can log in";
            if (noPassword) {
                rules.add("no-identity-provider", "passwordLogIn", message, "false");
            }
            if (providerOnly) {
                rules.add("no-identity-provider", "singleSignOnRequired", message, "true");
            }
        }
    }

    private void checkFree(AccountRules rules, String name) {
        if (addresses.hasOrganisation(name)) {
            rules.add("name-taken", "name", "Another organisation is called " + name, name);
        }
    }

    private List<UserAccount> users(Actor actor) {
        return accounts.list(actor.organisationId(), "", Integer.MAX_VALUE);
    }

    private void record(Actor actor, String action, Optional<Organisation> before, Optional<Organisation> after) {
        UUID id = actor.organisationId();
        auditTrail.record(
                actor, action, ORGANISATION, id.toString(), before.map(AccountJson::of), after.map(AccountJson::of));
    }

    private static OrganisationNotFoundException notFound(Actor actor) {
        return new OrganisationNotFoundException(actor.organisationId());
    }
}
