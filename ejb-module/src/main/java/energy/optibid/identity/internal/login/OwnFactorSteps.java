package energy.optibid.identity.internal.login;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.Enrolment;
import energy.optibid.identity.MailTemplate;
import energy.optibid.identity.SecondFactorNeededException;
import energy.optibid.identity.SecondFactorStatus;
import energy.optibid.identity.SecondFactorWithoutPasswordException;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.UserGoneException;
import energy.optibid.identity.Visitor;
import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.Credentials;
import energy.optibid.identity.internal.IdentityDatabase;
import energy.optibid.identity.internal.UserDirectory;
import energy.optibid.identity.internal.factor.Authenticators;
import energy.optibid.identity.internal.mail.MailQueue;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What users do with their own second factor while logged in. Codes count as those of a log-in do, so that a stolen
 * session guesses none; what was wrong is told by the result, so that the transaction keeps what it counted.
 */
@Stateless
@OrganisationBound
public class OwnFactorSteps {
    private final LogInGate gate = new LogInGate();

    @Inject
    IdentityDatabase database;

    @Inject
    UserDirectory users;

    @Inject
    AuditTrail audit;

    @Inject
    MailQueue mails;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    public SecondFactorStatus status(Actor actor) {
        Credentials credentials = credentials(actor);
        UserAccount user = credentials.account();
        return database.get(connection -> new SecondFactorStatus(
                authenticators().isEnrolled(connection, Account.of(user)),
                authenticators().codesLeft(connection, Account.of(user)),
                isRequired(user),
                logsInByPassword(credentials)));
    }

    public Enrolment begin(Actor actor) {
        UserAccount user = credentials(actor).account();
        return database.get(connection -> authenticators().begin(connection, user, clock.instant()));
    }

    /**
     * What the password is compared with before an authenticator is enrolled.
     *
     * @throws SecondFactorWithoutPasswordException where the user does not log in with a password
     */
    public Optional<String> passwordHashToEnrol(Actor actor) {
        Credentials credentials = credentials(actor);
        if (!logsInByPassword(credentials)) {
            throw new SecondFactorWithoutPasswordException();
        }
        return credentials.passwordHash();
    }

    /** Counts the password that is asked for before an authenticator is enrolled. */
    public Verified provePassword(Actor actor, boolean right, Visitor visitor) {
        return check(
                actor,
                visitor,
                new Deed("second-factor.begin", Optional.empty()),
                (connection, account, now) -> right ? Optional.of(List.of()) : Optional.empty());
    }

    public Optional<String> passwordHash(Actor actor) {
        return credentials(actor).passwordHash();
    }

    public Verified confirm(Actor actor, String code, Visitor visitor) {
        return check(
                actor,
                visitor,
                Deed.told("second-factor.enrol", MailTemplate.SECOND_FACTOR_ENROLLED),
                (connection, account, now) -> authenticators().confirm(connection, account, code, now));
    }

    public Verified renewRecoveryCodes(Actor actor, String code, Visitor visitor) {
        return check(
                actor,
                visitor,
                Deed.told("second-factor.recovery-codes", MailTemplate.RECOVERY_CODES_RENEWED),
                (connection, account, now) -> authenticators().take(connection, account, code, now)
                        ? Optional.of(authenticators().renewCodes(connection, account, now))
                        : Optional.empty());
    }

    /** @throws SecondFactorNeededException where the organisation asks for one */
    public Verified disable(Actor actor, boolean passwordRight, String code, Visitor visitor) {
        if (isRequired(credentials(actor).account())) {
            throw new SecondFactorNeededException();
        }
        Deed deed = Deed.told("second-factor.disable", MailTemplate.SECOND_FACTOR_DISABLED);
        return check(actor, visitor, deed, (connection, account, now) -> {
            boolean right = passwordRight && authenticators().take(connection, account, code, now);
            return right && authenticators().remove(connection, account) ? Optional.of(List.of()) : Optional.empty();
        });
    }

    /** Looks at a code; absent: it is wrong. */
    @FunctionalInterface
    private interface Check {
        Optional<List<String>> of(Connection connection, Account account, Instant now) throws SQLException;
    }

    /** What is done, as the audit trail names it, and what the user is told of it by mail. */
    private record Deed(String action, Optional<MailTemplate> mail) {
        static Deed told(String action, MailTemplate mail) {
            return new Deed(action, Optional.of(mail));
        }
    }

    private Verified check(Actor actor, Visitor visitor, Deed deed, Check check) {
        UserAccount user = credentials(actor).account();
        Account account = Account.of(user);
        Instant now = clock.instant();
        Verified verified = database.get(connection -> {
            LogInGate.Attempt attempt = gate.attempt(connection, user.email(), Optional.of(account), visitor, now);
            if (attempt.pause().isPresent()) {
                return new Verified.TooMany(attempt.pause().get());
            }
            Optional<List<String>> codes = check.of(connection, account, now);
            if (codes.isEmpty()) {
                return new Verified.CodeWrong();
            }
            gate.giveBack(connection, attempt.counters());
            return new Verified.CodeRight(user, codes.get(), Welcome.NONE);
        });
        note(actor, user, deed, verified instanceof Verified.CodeRight);
        return verified;
    }

    private void note(Actor actor, UserAccount user, Deed deed, boolean right) {
        String subject = user.id().toString();
        audit.recordEvent(actor, right ? deed.action() : "second-factor.refused", "user", subject, Map.of());
        if (right) {
            deed.mail().ifPresent(mail -> mails.add(user, mail));
        }
    }

    private Credentials credentials(Actor actor) {
        return users.credentials(actor.userId())
                .filter(Credentials::active)
                .orElseThrow(() -> new UserGoneException(actor.userId()));
    }

    private Authenticators authenticators() {
        return new Authenticators(vault);
    }

    private static boolean logsInByPassword(Credentials credentials) {
        return credentials.passwordHash().isPresent()
                && credentials.account().organisation().policy().allowsPassword();
    }

    private static boolean isRequired(UserAccount user) {
        return user.organisation().policy().needsSecondFactor(user.roles());
    }
}
