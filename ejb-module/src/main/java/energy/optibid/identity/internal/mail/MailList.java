package energy.optibid.identity.internal.mail;

import energy.optibid.identity.Mail;
import energy.optibid.identity.Role;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.internal.AccountTable;
import energy.optibid.identity.internal.IdentitySettings;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows the queue to those who have to carry links by hand. */
@ApplicationScoped
public class MailList {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    AccountTable accounts;

    @Inject
    IdentitySettings identity;

    @Inject
    Settings settings;

    @Inject
    Environment environment;

    @Inject
    Vault vault;

    /** The latest mails that an administrator or an operator sees, newest first. */
    public List<Mail> of(Actor actor, int most) {
        Map<UUID, MailEntity> found = new LinkedHashMap<>();
        if (actor.hasRole(Role.ADMINISTRATOR)) {
            collect(ofOrganisation(actor), most, found);
        }
        if (actor.hasRole(Role.OPERATOR)) {
            collect(ofPlatform(), most, found);
        }
        boolean byHand = identity.isDevelopment()
                || SmtpSettings.of(settings, environment).isEmpty();
        return found.values().stream()
                .map(mail -> shown(actor, mail, byHand))
                .sorted(Comparator.comparing(Mail::createdAt).reversed())
                .limit(most)
                .toList();
    }

    private Query ofOrganisation(Actor actor) {
        return entityManager
                .createNativeQuery(
                        "select * from mails where organisation_id = :organisation"
                                + " and (:everything or state = 'waiting') order by created_at desc limit :most",
                        MailEntity.class)
                .setParameter("organisation", actor.organisationId())
                .setParameter("everything", identity.isDevelopment());
    }

    private Query ofPlatform() {
        return entityManager
                .createNativeQuery("select * from optibid_operator_mails(:everything, :most)", MailEntity.class)
                .setParameter("everything", identity.isDevelopment());
    }

    @SuppressWarnings("unchecked")
    private static void collect(Query query, int most, Map<UUID, MailEntity> found) {
        List<MailEntity> mails = query.setParameter("most", most).getResultList();
        mails.forEach(mail -> found.putIfAbsent(mail.id(), mail));
    }

    private Mail shown(Actor actor, MailEntity mail, boolean byHand) {
        Optional<MailText> text = Optional.of(mail)
                .filter(unused -> byHand && mayCarry(actor, mail))
                .flatMap(MailEntity::sealedBody)
                .map(secret -> open(mail.id(), secret));
        return mail.mail(
                text.flatMap(MailText::link),
                text.filter(unused -> identity.isDevelopment()).map(MailText::body));
    }

    /** Who holds a link to an operator's account could become one. */
    private boolean mayCarry(Actor actor, MailEntity mail) {
        return actor.hasRole(Role.OPERATOR)
                || mail.userId()
                        .flatMap(user -> accounts.find(actor.organisationId(), user))
                        .filter(user -> isOperator(user))
                        .isEmpty();
    }

    private static boolean isOperator(UserAccount user) {
        return user.hasRole(Role.OPERATOR);
    }

    private MailText open(UUID mailId, byte[] secret) {
        return MailText.ofSealable(new String(vault.open(MailQueue.purpose(mailId), secret), StandardCharsets.UTF_8));
    }
}
