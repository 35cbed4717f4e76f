package energy.optibid.identity.internal.login;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.LogInOutcome;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.Visitor;
import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.Credentials;
import energy.optibid.identity.internal.IdentityDatabase;
import energy.optibid.identity.internal.Sql;
import energy.optibid.identity.internal.UserDirectory;
import energy.optibid.identity.internal.factor.Authenticators;
import energy.optibid.platform.Actor;
import energy.optibid.platform.SecretToken;
import energy.optibid.platform.Tenancy;
import energy.optibid.platform.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The steps of a log-in with a password, each a short transaction; the password is hashed between them. */
@Stateless
public class LogInSteps {
    private static final String REHASH =
            "update users set password_hash = ? where organisation_id = ? and id = ? and password_hash = ?";

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
    NewBrowserNotice notice;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** Looks the address up and counts the attempt as wrong. */
    public Admission admit(String email, Visitor visitor) {
        Optional<Account> account = users.find(email).map(found -> new Account(found.organisationId(), found.userId()));
        account.ifPresent(known -> tenancy.enter(known.organisationId()));
        Optional<Credentials> found = account.flatMap(known -> users.credentials(known.userId()));
        LogInGate.Attempt attempt =
                database.get(connection -> gate.attempt(connection, email, account, visitor, clock.instant()));
        return new Admission(found, attempt.place(), attempt.counters(), attempt.pause(), attempt.last());
    }

    /** The password was not looked at after all. */
    public void giveBack(Admission admission) {
        database.run(connection -> gate.giveBack(connection, admission.counters()));
    }

    /** The password was wrong, or may not be used; the attempt stays counted. */
    public void refuse(Admission admission, Visitor visitor) {
        UUID organisation = admission
                .found()
                .map(user -> user.account().organisation().id())
                .orElse(Actor.PLATFORM);
        String subject =
                admission.found().map(user -> user.account().id().toString()).orElse("unknown-address");
        Actor actor = Actor.systemOf(organisation).withOrigin(visitor.origin());
        audit.recordRefusal(actor, "log-in.refused", "user", subject, Map.of("place", place(admission)));
        if (admission.last()) {
            audit.recordRefusal(actor, "log-in.slowed-down", "user", subject, Map.of("place", place(admission)));
        }
    }

    /** The password was right: says what is still to come, or lets the user in. */
    public Accepted accept(Admission admission, Visitor visitor, Optional<String> newHash) {
        UserAccount user = admission.user();
        tenancy.enter(user.organisation().id());
        Instant now = clock.instant();
        Accepted accepted = database.get(connection -> {
            rehash(connection, admission, newHash);
            Optional<LogInOutcome> next = next(connection, user, now);
            if (next.isPresent()) {
                gate.giveBack(connection, admission.counters());
                return new Accepted(next, Welcome.NONE);
            }
            return new Accepted(next, gate.welcome(connection, user, visitor, admission.counters(), now));
        });
        notice.tell(user, visitor, accepted.welcome(), now);
        return accepted;
    }

    private Optional<LogInOutcome> next(Connection connection, UserAccount user, Instant now) throws SQLException {
        Account account = Account.of(user);
        if (new Authenticators(vault).isEnrolled(connection, account)) {
            return Optional.of(new LogInOutcome.SecondFactorNeeded(
                    challenge(connection, account, ChallengeTable.Purpose.VERIFY, now)));
        }
        return user.organisation().policy().needsSecondFactor(user.roles())
                ? Optional.of(new LogInOutcome.EnrolmentNeeded(
                        challenge(connection, account, ChallengeTable.Purpose.ENROL, now)))
                : Optional.empty();
    }

    private LogInOutcome.Challenge challenge(
            Connection connection, Account account, ChallengeTable.Purpose purpose, Instant now) throws SQLException {
        SecretToken token = challenges.create(connection, account, purpose, now);
        return new LogInOutcome.Challenge(token.text(), purpose.validFor());
    }

    private static void rehash(Connection connection, Admission admission, Optional<String> newHash)
            throws SQLException {
        if (newHash.isPresent()) {
            Account account = Account.of(admission.user());
            String old = admission.passwordHash().orElseThrow();
            Sql.update(connection, REHASH, newHash.get(), account.organisationId(), account.userId(), old);
        }
    }

    private static String place(Admission admission) {
        return (admission.place().known() ? "known " : "new ")
                + admission.place().kind().code();
    }
}
