package energy.optibid.identity.internal;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.EmailAddress;
import energy.optibid.identity.Invitation;
import energy.optibid.identity.InvitedUser;
import energy.optibid.identity.MailTemplate;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.internal.mail.MailQueue;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Adds users who open their account by a link. */
@ApplicationScoped
public class Invitations {

    @Inject
    AddressBook addresses;

    @Inject
    AccountTable accounts;

    @Inject
    OneTimeLinks links;

    @Inject
    MailQueue mails;

    @Inject
    AuditTrail auditTrail;

    /**
     * Adds a user to the actor's organisation.
     *
     * @param operatorSees whether the mail is shown to operators, because nobody of the organisation can see to it
     * @throws energy.optibid.identity.AccountRefusedException with everything that is wrong
     */
    public InvitedUser invite(Actor actor, Invitation invitation, boolean operatorSees) {
        AccountRules rules = new AccountRules()
                .email("email", invitation.email())
                .name("displayName", invitation.displayName())
                .roles("roles", invitation.roles());
        Optional<EmailAddress> email = EmailAddress.parse(invitation.email());
        if (email.filter(addresses::has).isPresent()) {
            rules.add("email-taken", "email", "This address has an account already", invitation.email());
        }
        rules.check();
        NewUser user = new NewUser(email.orElseThrow().text(), invitation.displayName(), invitation.roles());
        UserAccount added = accounts.add(actor.organisationId(), Ids.next(), user);
        record(actor, "user.invite", added);
        return send(added, operatorSees);
    }

    /** Ends the links that an invited user has and makes another. */
    public InvitedUser renew(Actor actor, UserAccount user) {
        links.end(user, LinkPurpose.ACCEPT_INVITATION);
        links.end(user, LinkPurpose.VERIFY_EMAIL);
        mails.withdraw(user);
        record(actor, "user.renew-invitation", user);
        return send(user, false);
    }

    private InvitedUser send(UserAccount user, boolean operatorSees) {
        IssuedLink link = links.issue(user, LinkPurpose.ACCEPT_INVITATION);
        boolean mailed = mails.mayGetMore(EmailAddress.parse(user.email()).orElseThrow());
        if (mailed) {
            mails.add(user, MailTemplate.INVITATION, link, operatorSees);
        }
        return new InvitedUser(user, link.url(), mailed);
    }

    private void record(Actor actor, String action, UserAccount user) {
        auditTrail.record(
                actor, action, "user", user.id().toString(), Optional.empty(), Optional.of(AccountJson.of(user)));
    }
}
