package energy.optibid.identity;

import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.Credentials;
import energy.optibid.identity.internal.IdentityDatabase;
import energy.optibid.identity.internal.Passwords;
import energy.optibid.identity.internal.UserDirectory;
import energy.optibid.identity.internal.factor.Authenticators;
import energy.optibid.identity.internal.login.OwnFactorSteps;
import energy.optibid.identity.internal.login.Verified;
import energy.optibid.identity.internal.mail.MailQueue;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The second factor of users who are logged in: an authenticator app, and recovery codes for when it is lost. */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactors {

    @Inject
    OwnFactorSteps steps;

    @Inject
    Passwords passwords;

    @Inject
    IdentityDatabase database;

    @Inject
    UserDirectory users;

    @Inject
    Sessions sessions;

    @Inject
    MailQueue mails;

    @Inject
    AuditTrail audit;

    @Inject
    Vault vault;

    public SecondFactorStatus status(Actor actor) {
        return steps.status(actor);
    }

    /**
     * Makes the secret of an authenticator, in place of one that was not confirmed. Asks for the password: who holds
     * somebody else's open session is not to lock its owner out with an authenticator of their own.
     *
     * @param password absent where none was given, which is not counted as a wrong one
     * @throws SecondFactorWithoutPasswordException where the user does not log in with a password
     * @throws WrongPasswordException where the password is another
     * @throws LogInThrottledException where too many wrong ones came before
     * @throws SecondFactorEnrolledException where there is a confirmed authenticator
     */
    public Enrolment begin(Actor actor, Optional<String> password, Visitor visitor) {
        Optional<String> hash = steps.passwordHashToEnrol(actor);
        String given = password.orElseThrow(WrongPasswordException::new);
        Verified proof = steps.provePassword(actor, passwords.matches(given, hash), visitor);
        if (proof instanceof Verified.CodeWrong) {
            throw new WrongPasswordException();
        }
        right(proof);
        return steps.begin(actor);
    }

    /**
     * Confirms it by its first code.
     *
     * @return recovery codes, shown once
     * @throws CodeRefusedException where the code is wrong
     * @throws LogInThrottledException where too many wrong ones came before
     */
    public List<String> confirm(Actor actor, String code, Visitor visitor) {
        return right(steps.confirm(actor, code, visitor));
    }

    /**
     * New recovery codes in place of all earlier ones.
     *
     * @param code of the authenticator, or a recovery code
     * @throws CodeRefusedException where the code is wrong
     * @throws LogInThrottledException where too many wrong ones came before
     */
    public List<String> renewRecoveryCodes(Actor actor, String code, Visitor visitor) {
        return right(steps.renewRecoveryCodes(actor, code, visitor));
    }

    /**
     * Switches the second factor off.
     *
     * @throws SecondFactorNeededException where the organisation asks for one
     * @throws CodeRefusedException where the password or the code is wrong
     * @throws LogInThrottledException where too many wrong ones came before
     */
    public void disable(Actor actor, String password, String code, Visitor visitor) {
        boolean passwordRight = passwords.matches(password, steps.passwordHash(actor));
        right(steps.disable(actor, passwordRight, code, visitor));
    }

    /**
     * Takes a user's second factor away, for one who has lost it and the recovery codes, and ends the user's sessions;
     * that the actor is an administrator is for the caller to see to.
     *
     * @throws UserNotFoundException where the organisation has no such user
     * @throws SecondFactorMissingException where the user has none
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void reset(Actor administrator, UUID userId) {
        UserAccount user = users.credentials(userId)
                .map(Credentials::account)
                .filter(found -> found.organisation().id().equals(administrator.organisationId()))
                .orElseThrow(() -> new UserNotFoundException(userId));
        Account account = Account.of(user);
        if (!database.<Boolean>get(connection -> new Authenticators(vault).remove(connection, account))) {
            throw new SecondFactorMissingException();
        }
        mails.add(user, MailTemplate.SECOND_FACTOR_RESET);
        audit.recordEvent(administrator, "second-factor.reset", "user", userId.toString(), Map.of());
        sessions.endAll(administrator, userId);
    }

    private static List<String> right(Verified verified) {
        if (verified instanceof Verified.CodeRight right) {
            return right.recoveryCodes();
        }
        if (verified instanceof Verified.TooMany many) {
            throw new LogInThrottledException(many.pause());
        }
        throw new CodeRefusedException("The code is wrong, too old or was used");
    }
}
