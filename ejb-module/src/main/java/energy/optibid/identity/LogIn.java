package energy.optibid.identity;

import energy.optibid.identity.LogInOutcome.Authenticated;
import energy.optibid.identity.internal.Passwords;
import energy.optibid.identity.internal.login.Accepted;
import energy.optibid.identity.internal.login.Admission;
import energy.optibid.identity.internal.login.FactorSteps;
import energy.optibid.identity.internal.login.LogInSteps;
import energy.optibid.identity.internal.login.Verified;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Log-in with address, password and second factor. Whether an address is known cannot be told from the answer or from
 * the time it takes: every attempt is counted, hashes one password and is refused in the same words. No database
 * connection is held while a password is hashed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogIn {
    private static final int LONGEST_ADDRESS = 254;

    @Inject
    LogInSteps steps;

    @Inject
    FactorSteps factors;

    @Inject
    Passwords passwords;

    @Inject
    Sessions sessions;

    /** A second factor that was enrolled at log-in, and the access that it gave. */
    public record Enrolled(List<String> recoveryCodes, Authenticated authenticated) {
        public Enrolled {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "Enrolled[" + authenticated + "]";
        }
    }

    /**
     * Checks an address and its password.
     *
     * @param email in any case, blanks around it are ignored
     * @throws LogInRefusedException where they do not belong together, the account or its organisation is closed, or the
     *     organisation does not let its users in with a password
     * @throws LogInThrottledException where too many wrong ones came before
     * @throws LogInsBusyException where more passwords are to be checked than the machine can
     */
    public LogInOutcome logIn(String email, String password, Visitor visitor) {
        Admission admission = steps.admit(normalised(email), visitor);
        if (admission.pause().isPresent()) {
            throw new LogInThrottledException(admission.pause().get());
        }
        if (!matches(password, admission) || !admission.mayUsePassword()) {
            steps.refuse(admission, visitor);
            throw new LogInRefusedException();
        }
        Accepted accepted = steps.accept(admission, visitor, newHash(password, admission));
        return accepted.next()
                .orElseGet(() -> new Authenticated(
                        sessions.start(admission.user(), LogInMethod.PASSWORD, visitor.origin()),
                        accepted.welcome().device()));
    }

    /**
     * Checks the code that is to follow a right password.
     *
     * @param code of the authenticator, or a recovery code
     * @throws ChallengeRefusedException where the log-in has to begin anew
     * @throws CodeRefusedException where the code is wrong
     * @throws LogInThrottledException where too many wrong ones came before
     */
    public Authenticated verify(String challenge, String code, Visitor visitor) {
        return authenticated(right(factors.verify(challenge, code, visitor)), visitor);
    }

    /**
     * Makes the secret of an authenticator that the organisation asks for.
     *
     * @throws ChallengeRefusedException where the log-in has to begin anew
     */
    public Enrolment beginEnrolment(String challenge) {
        return factors.begin(challenge);
    }

    /**
     * Confirms such an authenticator by its first code, and logs in with it.
     *
     * @throws ChallengeRefusedException where the log-in has to begin anew
     * @throws CodeRefusedException where the code is wrong
     * @throws LogInThrottledException where too many wrong ones came before
     */
    public Enrolled confirmEnrolment(String challenge, String code, Visitor visitor) {
        Verified.CodeRight right = right(factors.confirm(challenge, code, visitor));
        return new Enrolled(right.recoveryCodes(), authenticated(right, visitor));
    }

    private Authenticated authenticated(Verified.CodeRight right, Visitor visitor) {
        GrantedAccess access = sessions.start(right.user(), LogInMethod.PASSWORD_AND_SECOND_FACTOR, visitor.origin());
        return new Authenticated(access, right.welcome().device());
    }

    private static Verified.CodeRight right(Verified verified) {
        if (verified instanceof Verified.CodeRight right) {
            return right;
        }
        if (verified instanceof Verified.TooMany many) {
            throw new LogInThrottledException(many.pause());
        }
        if (verified instanceof Verified.CodeWrong) {
            throw new CodeRefusedException("The code is wrong, too old or was used");
        }
        throw new ChallengeRefusedException();
    }

    private boolean matches(String password, Admission admission) {
        try {
            return passwords.matches(password, admission.passwordHash());
        } catch (LogInsBusyException e) {
            steps.giveBack(admission);
            throw e;
        }
    }

    /** The password hashed with today's parameters, where its hash has others and there is time for it. */
    private Optional<String> newHash(String password, Admission admission) {
        try {
            return admission.passwordHash().filter(passwords::isOutdated).map(old -> passwords.hash(password));
        } catch (LogInsBusyException e) {
            return Optional.empty();
        }
    }

    /** An address that nobody can have stands for nobody. */
    private static String normalised(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        return address.length() > LONGEST_ADDRESS || address.indexOf('\0') >= 0 ? "" : address;
    }
}
