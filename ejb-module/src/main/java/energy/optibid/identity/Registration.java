package energy.optibid.identity;

import energy.optibid.identity.internal.AccountJson;
import energy.optibid.identity.internal.AccountRules;
import energy.optibid.identity.internal.AccountTable;
import energy.optibid.identity.internal.IdentitySettings;
import energy.optibid.identity.internal.LinkPurpose;
import energy.optibid.identity.internal.NewAccounts;
import energy.optibid.identity.internal.OneTimeLinks;
import energy.optibid.identity.internal.Passwords;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Origin;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How accounts come to be: an organisation registers, an address is verified, an invitation accepted. */
@Stateless
public class Registration {

    @Inject
    IdentitySettings settings;

    @Inject
    PasswordPolicy passwordPolicy;

    @Inject
    Passwords passwords;

    @Inject
    NewAccounts newAccounts;

    @Inject
    OneTimeLinks links;

    @Inject
    AccountTable accounts;

    @Inject
    AuditTrail auditTrail;

    /**
     * Registers an organisation with its first administrator, who gets a mail to verify the address and can log in after
     * that. Where the address has an account already, its owner gets a mail that says so, and nothing is changed. Neither
     * the answer nor the time that it takes tells which: the work is done after the answer.
     *
     * @throws RegistrationClosedException unless the configuration allows it
     * @throws AccountRefusedException where a name or the address is malformed
     * @throws PasswordRefusedException where the password breaks the policy
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void register(NewRegistration wanted, Origin origin) {
        if (!settings.selfRegistration()) {
            throw new RegistrationClosedException();
        }
        new AccountRules()
                .name("organisationName", wanted.organisationName())
                .name("displayName", wanted.displayName())
                .email("email", wanted.email())
                .check();
        passwordPolicy.check(
                wanted.password(),
                new PasswordContext(wanted.email(), wanted.displayName(), wanted.organisationName(), false));
        newAccounts.register(wanted, passwords.hash(wanted.password()), origin);
    }

    /**
     * Opens the account that a link of a registration belongs to.
     *
     * @throws LinkRefusedException where the link is not valid
     */
    public void verifyEmail(String token, Origin origin) {
        UUID userId = links.redeem(token, LinkPurpose.VERIFY_EMAIL);
        UserAccount verified = accounts.verified(open(userId));
        record(verified, "user.verify-email", origin);
    }

    /**
     * Opens an invited user's account with a password.
     *
     * @throws LinkRefusedException where the link is not valid
     * @throws AccountRefusedException where the name is malformed
     * @throws PasswordRefusedException where the password breaks the policy; the link stays valid then
     */
    public void acceptInvitation(String token, String displayName, String password, Origin origin) {
        new AccountRules().name("displayName", displayName).check();
        UserAccount user = open(links.redeem(token, LinkPurpose.ACCEPT_INVITATION));
        passwordPolicy.check(password, passwordContext(user, displayName));
        accounts.rename(user, displayName);
        accounts.password(user, passwords.hash(password));
        record(accounts.verified(user), "user.accept-invitation", origin);
    }

    static PasswordContext passwordContext(UserAccount user, String displayName) {
        Organisation organisation = user.organisation();
        return new PasswordContext(
                user.email(),
                displayName,
                organisation.name(),
                organisation.policy().needsSecondFactor(user.roles()));
    }

    /** A user who was not suspended or deleted since the link was made, of an organisation that is active. */
    private UserAccount open(UUID userId) {
        return accounts.find(userId)
                .filter(user -> user.status() == UserStatus.INVITED || user.status() == UserStatus.ACTIVE)
                .filter(user -> user.organisation().isActive())
                .orElseThrow(LinkRefusedException::new);
    }

    private void record(UserAccount user, String action, Origin origin) {
        Actor actor = new Actor(user.id(), user.organisation().id(), Set.copyOf(user.roles()), origin);
        auditTrail.record(
                actor, action, "user", user.id().toString(), Optional.empty(), Optional.of(AccountJson.of(user)));
    }
}
