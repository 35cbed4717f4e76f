package energy.optibid.identity.internal.login;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.ChallengeRefusedException;
import energy.optibid.identity.Enrolment;
import energy.optibid.identity.MailTemplate;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.Visitor;
import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.Credentials;
import energy.optibid.identity.internal.IdentityDatabase;
import energy.optibid.identity.internal.UserDirectory;
import energy.optibid.identity.internal.factor.Authenticators;
import energy.optibid.identity.internal.factor.RecoveryCode;
import energy.optibid.identity.internal.login.ChallengeTable.Found;
import energy.optibid.identity.internal.login.ChallengeTable.Purpose;
import energy.optibid.identity.internal.mail.MailQueue;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Tenancy;
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
import java.util.Set;

/**
 * The steps after a right password: a code of the authenticator, or its enrolment. What was wrong is told by the result
 * and not thrown, so that the transaction keeps what it counted.
 */
@Stateless
public class FactorSteps {
    private final LogInGate gate = new LogInGate();
    private final ChallengeTable challenges = new ChallengeTable();

    @Inject
    IdentityDatabase database;

    @Inject
    Tenancy tenancy;

    @Inject
    UserDirectory users;

    @Inject
    AuditTrail audit;

    @Inject
    MailQueue mails;

    @Inject
    NewBrowserNotice notice;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** Checks the code that follows a right password. */
    public Verified verify(String secret, String code, Visitor visitor) {
        Verified verified = check(
                secret,
                Purpose.VERIFY,
                visitor,
                (connection, account, now) -> new Authenticators(vault).take(connection, account, code, now)
                        ? Optional.of(List.of())
                        : Optional.empty());
        if (verified instanceof Verified.CodeRight right
                && RecoveryCode.parse(code).isPresent()) {
            mails.add(right.user(), MailTemplate.RECOVERY_CODE_USED);
        }
        return verified;
    }

    /** Confirms an authenticator that is enrolled because the organisation asks for it. */
    public Verified confirm(String secret, String code, Visitor visitor) {
        return check(
                secret,
                Purpose.ENROL,
                visitor,
                (connection, account, now) -> new Authenticators(vault).confirm(connection, account, code, now));
    }

    /**
     * Makes the secret of such an authenticator.
     *
     * @throws ChallengeRefusedException where the challenge is none
     */
    public Enrolment begin(String secret) {
        Instant now = clock.instant();
        Found challenge = find(secret).orElseThrow(ChallengeRefusedException::new);
        UserAccount user = user(challenge, Purpose.ENROL, now).orElseThrow(ChallengeRefusedException::new);
        return database.get(connection -> new Authenticators(vault).begin(connection, user, now));
    }

    /** Looks at a code; absent: it is wrong. */
    @FunctionalInterface
    private interface Check {
        Optional<List<String>> of(Connection connection, Account account, Instant now) throws SQLException;
    }

    private Verified check(String secret, Purpose purpose, Visitor visitor, Check check) {
        Instant now = clock.instant();
        Optional<Found> challenge = find(secret);
        Optional<UserAccount> user = challenge.flatMap(found -> user(found, purpose, now));
        if (user.isEmpty()) {
            return new Verified.ChallengeOver();
        }
        Verified verified = database.get(
                connection -> check(connection, challenge.get(), purpose, user.get(), visitor, check, now));
        note(verified, purpose, user.get(), visitor);
        if (verified instanceof Verified.CodeRight right) {
            notice.tell(user.get(), visitor, right.welcome(), now);
        }
        return verified;
    }

    private Verified check(
            Connection connection,
            Found challenge,
            Purpose purpose,
            UserAccount user,
            Visitor visitor,
            Check check,
            Instant now)
            throws SQLException {
        Account account = Account.of(user);
        LogInGate.Attempt attempt = gate.attempt(connection, user.email(), Optional.of(account), visitor, now);
        if (attempt.pause().isPresent()) {
            return new Verified.TooMany(attempt.pause().get());
        }
        if (!challenges.claim(connection, challenge, purpose, now)) {
            gate.giveBack(connection, attempt.counters());
            return new Verified.ChallengeOver();
        }
        Optional<List<String>> recoveryCodes = check.of(connection, account, now);
        if (recoveryCodes.isEmpty() || !challenges.use(connection, challenge, now)) {
            return new Verified.CodeWrong();
        }
        Welcome welcome = gate.welcome(connection, user, visitor, attempt.counters(), now);
        return new Verified.CodeRight(user, recoveryCodes.get(), welcome);
    }

    private Optional<Found> find(String secret) {
        Optional<Found> found = database.get(connection -> challenges.find(connection, secret));
        found.ifPresent(challenge -> tenancy.enter(challenge.organisationId()));
        return found;
    }

    /** The user of an open challenge, where the account is still open and may use a password. */
    private Optional<UserAccount> user(Found challenge, Purpose purpose, Instant now) {
        return database.get(connection -> challenges.user(connection, challenge, purpose, now))
                .flatMap(users::credentials)
                .filter(Credentials::active)
                .map(Credentials::account)
                .filter(user -> user.organisation().policy().allowsPassword());
    }

    private void note(Verified verified, Purpose purpose, UserAccount user, Visitor visitor) {
        Actor actor = Actor.systemOf(user.organisation().id()).withOrigin(visitor.origin());
        String id = user.id().toString();
        if (verified instanceof Verified.CodeWrong) {
            audit.recordEvent(actor, "second-factor.refused", "user", id, Map.of());
        } else if (verified instanceof Verified.CodeRight && purpose == Purpose.ENROL) {
            Actor self = new Actor(user.id(), user.organisation().id(), Set.copyOf(user.roles()), visitor.origin());
            audit.recordEvent(self, "second-factor.enrol", "user", id, Map.of());
            mails.add(user, MailTemplate.SECOND_FACTOR_ENROLLED);
        }
    }
}
