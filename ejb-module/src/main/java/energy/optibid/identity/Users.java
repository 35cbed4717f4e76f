package energy.optibid.identity;

import energy.optibid.identity.internal.AccountJson;
import energy.optibid.identity.internal.AccountRules;
import energy.optibid.identity.internal.AccountTable;
import energy.optibid.identity.internal.Invitations;
import energy.optibid.identity.internal.LinkPurpose;
import energy.optibid.identity.internal.OneTimeLinks;
import energy.optibid.identity.internal.mail.MailQueue;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.StaleVersionException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The users of an organisation, for its administrators. Another organisation's are not there. Only an operator gives or
 * takes the role of an operator, or changes who has it; nobody takes away the last active administrator. A change of
 * roles, a suspension and a deletion end all sessions of the user.
 */
@Stateless
@OrganisationBound
public class Users {
    private static final String USER = "user";

    @Inject
    AccountTable accounts;

    @Inject
    Invitations invitations;

    @Inject
    OneTimeLinks links;

    @Inject
    MailQueue mails;

    @Inject
    Sessions sessions;

    @Inject
    AuditTrail auditTrail;

    @Inject
    ChangeHistory history;

    /**
     * By address.
     *
     * @param after the address after which the list begins; empty for the start
     */
    public List<UserAccount> users(Actor actor, String after, int most) {
        return accounts.list(actor.organisationId(), after, most);
    }

    /** @throws UserNotFoundException where there is none of that id in the actor's organisation */
    public UserAccount user(Actor actor, UUID userId) {
        return accounts.find(actor.organisationId(), userId).orElseThrow(() -> new UserNotFoundException(userId));
    }

    /**
     * A user, as it is to whoever has seen that version.
     *
     * @throws UserNotFoundException where there is none of that id in the actor's organisation
     * @throws StaleVersionException where it has another version, with what changed
     */
    public UserAccount userAt(Actor actor, UUID userId, int version) {
        return seen(actor, user(actor, userId), version);
    }

    /**
     * Adds a user, who opens the account by the link of a mail.
     *
     * @throws AccountRefusedException with everything that is wrong, also where the address has an account already
     * @throws RoleNotGrantableException where the actor may not give one of the roles
     */
    public InvitedUser invite(Actor actor, Invitation invitation) {
        checkGrant(actor, invitation.roles());
        return invitations.invite(actor, invitation, false);
    }

    /**
     * Makes a new link for an invited user and ends the ones before.
     *
     * @throws NotInvitedException where the user has accepted or is suspended
     */
    public InvitedUser renewInvitation(Actor actor, UUID userId) {
        UserAccount user = user(actor, userId);
        checkGrant(actor, Set.copyOf(user.roles()));
        if (user.status() != UserStatus.INVITED) {
            throw new NotInvitedException(userId);
        }
        return invitations.renew(actor, user);
    }

    /**
     * Puts other details in place of those that the user has.
     *
     * @param seen the version that the actor has seen
     * @throws StaleVersionException where another one is current, with what changed
     * @throws AccountRefusedException with everything that is wrong
     * @throws RoleNotGrantableException where only an operator may do so
     * @throws LastAdministratorException where nobody would be left
     */
    public UserAccount change(Actor actor, UUID userId, int seen, UserDetails details) {
        UserAccount before = forChange(actor, userId, seen);
        if (details.equals(before.details())) {
            return before;
        }
        check(before.details(), details);
        Set<String> roles = details.roles();
        checkGrant(actor, difference(roles, before.roles()));
        UserStatus status = status(before, details.status());
        boolean stays = status == UserStatus.ACTIVE && roles.contains(Role.ADMINISTRATOR);
        if (!stays) {
            checkNotLast(before);
        }
        UserAccount after = accounts.update(before, details.displayName(), roles, status);
        if (status == UserStatus.SUSPENDED || !after.roles().equals(before.roles())) {
            sessions.endAll(actor, userId);
        }
        record(actor, "user.update", before, Optional.of(after));
        return after;
    }

    /**
     * Deletes a user: address, name, password and roles go, the row stays for what hangs on it.
     *
     * @throws StaleVersionException where another version than the one seen is current, with what changed
     * @throws LastAdministratorException where nobody would be left
     */
    public void remove(Actor actor, UUID userId, int seen) {
        UserAccount user = forChange(actor, userId, seen);
        checkNotLast(user);
        sessions.endAll(actor, userId);
        for (LinkPurpose purpose : LinkPurpose.values()) {
            links.end(user, purpose);
        }
        mails.withdraw(user);
        accounts.erase(user);
        record(actor, "user.delete", user, Optional.empty());
    }

    private UserAccount forChange(Actor actor, UUID userId, int seen) {
        accounts.lockOrganisation(actor.organisationId());
        UserAccount user = user(actor, userId);
        seen(actor, user, seen);
        checkGrant(actor, Set.copyOf(user.roles()));
        return user;
    }

    private UserAccount seen(Actor actor, UserAccount user, int version) {
        history.requireSeen(actor, USER, user.id(), version, user.version(), AccountJson.of(user));
        return user;
    }

    /** What stays as it is was checked when it came to be: roles that an identity provider took away may be none. */
    private static void check(UserDetails before, UserDetails now) {
        AccountRules rules = new AccountRules().name("displayName", now.displayName());
        if (!now.roles().equals(before.roles())) {
            rules.roles("roles", now.roles());
        }
        boolean settable = now.status() == UserStatus.ACTIVE || now.status() == UserStatus.SUSPENDED;
        if (now.status() != before.status() && !settable) {
            rules.add(
                    "invalid-status",
                    "status",
                    "A user is made active or suspended",
                    now.status().code());
        }
        rules.check();
    }

    /** An account that was never opened is not opened by an administrator: its link does that. */
    private static UserStatus status(UserAccount user, UserStatus wanted) {
        boolean opened =
                user.status() == UserStatus.ACTIVE || user.emailVerifiedAt().isPresent();
        return wanted == UserStatus.ACTIVE && !opened ? UserStatus.INVITED : wanted;
    }

    private static void checkGrant(Actor actor, Set<String> roles) {
        if (roles.contains(Role.OPERATOR) && !actor.hasRole(Role.OPERATOR)) {
            throw new RoleNotGrantableException(Role.OPERATOR);
        }
    }

    private void checkNotLast(UserAccount user) {
        boolean counts = user.status() == UserStatus.ACTIVE && user.hasRole(Role.ADMINISTRATOR);
        if (counts && accounts.otherAdministrators(user.organisation().id(), user.id()) == 0) {
            throw new LastAdministratorException();
        }
    }

    private static Set<String> difference(Set<String> some, List<String> others) {
        Set<String> either = new TreeSet<>(some);
        either.addAll(others);
        either.removeIf(role -> some.contains(role) && others.contains(role));
        return either;
    }

    private void record(Actor actor, String action, UserAccount before, Optional<UserAccount> after) {
        auditTrail.record(
                actor,
                action,
                USER,
                before.id().toString(),
                Optional.of(AccountJson.of(before)),
                after.map(AccountJson::of));
    }
}
