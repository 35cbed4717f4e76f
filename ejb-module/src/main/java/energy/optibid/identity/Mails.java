package energy.optibid.identity;

import energy.optibid.identity.internal.mail.MailList;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The queue of mails, for those who carry links by hand where there is no mail server. */
@Stateless
@OrganisationBound
public class Mails {

    @Inject
    MailList list;

    @Inject
    AuditTrail auditTrail;

    /**
     * The mails that wait: an administrator's own organisation's, and for an operator those that nobody else can see to;
     * in development all there were. Newest first. That links were shown is noted in the audit trail.
     *
     * @param most 1 to 500
     */
    public List<Mail> mails(Actor actor, int most) {
        List<Mail> mails = list.of(actor, most);
        long links = mails.stream().filter(mail -> mail.link().isPresent()).count();
        if (links > 0) {
            auditTrail.recordEvent(
                    actor,
                    "mail.read-links",
                    "organisation",
                    actor.organisationId().toString(),
                    Map.of("links", Long.toString(links)));
        }
        return mails;
    }
}
