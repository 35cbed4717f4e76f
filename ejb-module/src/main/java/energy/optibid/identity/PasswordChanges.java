package energy.optibid.identity;

import energy.optibid.identity.internal.AccountTable;
import energy.optibid.identity.internal.Credentials;
import energy.optibid.identity.internal.LinkPurpose;
import energy.optibid.identity.internal.NewAccounts;
import energy.optibid.identity.internal.OneTimeLinks;
import energy.optibid.identity.internal.Passwords;
import energy.optibid.identity.internal.mail.MailQueue;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Origin;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Passwords that were forgotten or are to be others. Each change ends all of the user's sessions and is told by mail. */
@Stateless
@OrganisationBound
public class PasswordChanges {

    @Inject
    PasswordPolicy policy;

    @Inject
    Passwords passwords;

    @Inject
    NewAccounts newAccounts;

    @Inject
    OneTimeLinks links;

    @Inject
    AccountTable accounts;

    @Inject
    Sessions sessions;

    @Inject
    MailQueue mails;

    @Inject
    AuditTrail auditTrail;

    /**
     * Sends a link to whom the address belongs, if anybody. Neither the answer nor its time tells whether: the work is
     * done after the answer.
     *
     * @param email as it was typed; what is no address is nobody's
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void forgot(String email, Origin origin) {
        EmailAddress.parse(email).ifPresent(address -> newAccounts.forgotPassword(address, origin));
    }

    /**
     * Sets a new password by a link.
     *
     * @throws LinkRefusedException where the link is not valid, or passwords are of no use in the organisation
     * @throws PasswordRefusedException where the password breaks the policy; the link stays valid then
     */
    public void reset(String token, String newPassword, Origin origin) {
        UUID userId = links.redeem(token, LinkPurpose.RESET_PASSWORD);
        UserAccount user = accounts.find(userId)
                .filter(UserAccount::isActive)
                .filter(account -> account.organisation().policy().allowsPassword())
                .orElseThrow(LinkRefusedException::new);
        Actor actor = new Actor(userId, user.organisation().id(), Set.copyOf(user.roles()), origin);
        replace(actor, user, newPassword, "password.reset");
    }

    /**
     * Replaces the actor's own password.
     *
     * @throws WrongPasswordException where the current one is another
     * @throws PasswordRefusedException where the new one breaks the policy
     */
    public void change(Actor actor, String currentPassword, String newPassword) {
        Credentials credentials = accounts.credentials(actor.organisationId(), actor.userId())
                .filter(Credentials::active)
                .orElseThrow(() -> new UserGoneException(actor.userId()));
        if (!passwords.matches(currentPassword, credentials.passwordHash())) {
            auditTrail.recordRefusal(
                    actor, "password.change-refused", "user", actor.userId().toString(), Map.of());
            throw new WrongPasswordException();
        }
        replace(actor, credentials.account(), newPassword, "password.change");
    }

    private void replace(Actor actor, UserAccount user, String newPassword, String action) {
        policy.check(newPassword, Registration.passwordContext(user, user.displayName()));
        accounts.password(user, passwords.hash(newPassword));
        sessions.endAll(actor, user.id());
        auditTrail.recordEvent(actor, action, "user", user.id().toString(), Map.of());
        mails.add(user, MailTemplate.PASSWORD_CHANGED);
    }
}
