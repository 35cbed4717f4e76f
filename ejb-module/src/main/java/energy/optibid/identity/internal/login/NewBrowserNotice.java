package energy.optibid.identity.internal.login;

import energy.optibid.identity.MailTemplate;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.Visitor;
import energy.optibid.identity.internal.mail.MailQueue;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Tells users by mail of a log-in with a browser that they have not used before. Programs that keep no cookie are new
 * each time: from a network where the owner has been before there is one such mail a day.
 */
@ApplicationScoped
public class NewBrowserNotice {
    private static final Duration PAUSE = Duration.ofDays(1);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Inject
    MailQueue mails;

    @Inject
    Settings settings;

    /** Tells of a log-in, in its transaction, where there is something to tell. */
    public void tell(UserAccount user, Visitor visitor, Welcome welcome, Instant now) {
        boolean on = settings.flag("optibid.identity.new-browser-notice").orElse(true);
        if (on && welcome.newBrowser() && (welcome.newNetwork() || !wasToldLately(user, now))) {
            mails.add(user, MailTemplate.NEW_BROWSER, details(visitor, now));
        }
    }

    private boolean wasToldLately(UserAccount user, Instant now) {
        return mails.hasSince(user, MailTemplate.NEW_BROWSER, now.minus(PAUSE));
    }

    private static String details(Visitor visitor, Instant now) {
        return "    when: " + WHEN.format(now) + "\n    from: "
                + visitor.origin().address() + "\n    with: "
                + BrowserName.of(visitor.origin().userAgent());
    }
}
