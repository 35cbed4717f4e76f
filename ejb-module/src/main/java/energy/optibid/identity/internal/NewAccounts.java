package energy.optibid.identity.internal;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.EmailAddress;
import energy.optibid.identity.MailTemplate;
import energy.optibid.identity.NewRegistration;
import energy.optibid.identity.Organisation;
import energy.optibid.identity.Role;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.UserStatus;
import energy.optibid.identity.internal.mail.MailQueue;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import energy.optibid.platform.Origin;
import energy.optibid.platform.Tenancy;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What follows upon a request that must not tell whether an address is known: done after the answer. */
@Stateless
public class NewAccounts {

    @Inject
    AddressBook addresses;

    @Inject
    AccountTable accounts;

    @Inject
    OrganisationTable organisations;

    @Inject
    OneTimeLinks links;

    @Inject
    MailQueue mails;

    @Inject
    Tenancy tenancy;

    @Inject
    AuditTrail auditTrail;

    /** Adds the organisation and its administrator, or tells whom the address belongs to that it is known. */
    @Asynchronous
    public void register(NewRegistration wanted, String passwordHash, Origin origin) {
        EmailAddress email = EmailAddress.parse(wanted.email()).orElseThrow();
        if (!mails.mayGetMore(email)) {
            return;
        }
        Optional<UserAccount> known = addresses.account(email);
        if (known.isPresent()) {
            again(known.get(), wanted, passwordHash);
        } else if (addresses.hasOrganisation(wanted.organisationName())) {
            tenancy.enter(Actor.PLATFORM);
            Organisation platform = organisations.find(Actor.PLATFORM).orElseThrow();
            mails.add(platform, email, MailTemplate.ORGANISATION_NAME_TAKEN);
        } else {
            add(wanted, email, passwordHash, origin);
        }
    }

    private void add(NewRegistration wanted, EmailAddress email, String passwordHash, Origin origin) {
        UUID organisationId = Ids.next();
        UUID userId = Ids.next();
        tenancy.enter(organisationId);
        Organisation organisation = organisations.add(organisationId, wanted.organisationName());
        NewUser administrator = new NewUser(email.text(), wanted.displayName(), Set.of(Role.ADMINISTRATOR));
        accounts.add(organisationId, userId, administrator);
        UserAccount user =
                accounts.password(accounts.find(organisationId, userId).orElseThrow(), passwordHash);
        Actor actor = new Actor(userId, organisationId, Set.of(), origin);
        auditTrail.record(
                actor,
                "organisation.register",
                "organisation",
                organisationId.toString(),
                Optional.empty(),
                Optional.of(AccountJson.of(organisation)));
        auditTrail.record(
                actor, "user.register", "user", userId.toString(), Optional.empty(), Optional.of(AccountJson.of(user)));
        mails.add(user, MailTemplate.VERIFY_EMAIL, links.issue(user, LinkPurpose.VERIFY_EMAIL), true);
    }

    /**
     * A registration that was never verified begins anew, with what was typed last: else who registers somebody else's
     * address first would have chosen the password that its owner then confirms.
     */
    private void again(UserAccount user, NewRegistration wanted, String passwordHash) {
        boolean pending = user.status() == UserStatus.INVITED
                && accounts.credentials(user.organisation().id(), user.id())
                        .flatMap(Credentials::passwordHash)
                        .isPresent();
        if (pending) {
            links.end(user, LinkPurpose.VERIFY_EMAIL);
            mails.withdraw(user);
            accounts.rename(user, wanted.displayName());
            accounts.password(user, passwordHash);
            mails.add(user, MailTemplate.VERIFY_EMAIL, links.issue(user, LinkPurpose.VERIFY_EMAIL), true);
        } else {
            mails.add(user, MailTemplate.ALREADY_REGISTERED);
        }
    }

    /** Sends a link to reset the password, where there is an account with a password. */
    @Asynchronous
    public void forgotPassword(EmailAddress email, Origin origin) {
        if (!mails.mayGetMore(email)) {
            return;
        }
        addresses.account(email).filter(UserAccount::isActive).ifPresent(user -> {
            if (user.organisation().policy().allowsPassword()) {
                mails.add(user, MailTemplate.RESET_PASSWORD, links.issue(user, LinkPurpose.RESET_PASSWORD), false);
            } else {
                mails.add(user, MailTemplate.NO_PASSWORD);
            }
            auditTrail.record(
                    new Actor(user.id(), user.organisation().id(), Set.of(), origin),
                    "password.forgot",
                    "user",
                    user.id().toString(),
                    Optional.empty(),
                    Optional.empty());
        });
    }
}
