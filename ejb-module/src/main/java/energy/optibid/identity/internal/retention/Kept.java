package energy.optibid.identity.internal.retention;

import energy.optibid.platform.Settings;
import java.time.Duration;

/**
 * How long what is of no use any more is kept.
 *
 * @param registrations that nobody verified, from the end of their last link on
 * @param links from their end on, whether they were used or not
 * @param sentMails from when they were sent on
 * @param unsentMails that were given up or never sent, from the end of their use on
 */
public record Kept(Duration registrations, Duration links, Duration sentMails, Duration unsentMails) {

    /** @throws energy.optibid.platform.InvalidSettingException where one is no length of time */
    static Kept of(Settings settings) {
        return new Kept(
                settings.duration("optibid.identity.registration-retention"),
                settings.duration("optibid.identity.link-retention"),
                settings.duration("optibid.mail.sent-retention"),
                settings.duration("optibid.mail.unsent-retention"));
    }
}
