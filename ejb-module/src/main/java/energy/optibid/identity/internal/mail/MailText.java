package energy.optibid.identity.internal.mail;

import energy.optibid.identity.MailTemplate;
import energy.optibid.identity.Organisation;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail says.
 *
 * @param link the one-time link in it
 * @param body plain text
 */
public record MailText(Optional<String> link, String body) {
    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{N} &'(),+-]");
    private static final int MAX_NAME = 80;

    /**
     * Fills in a template. Of what somebody typed only the organisation's name gets in, without anything that a mail
     * program would make a link of.
     *
     * @param link for templates that have one
     * @param validFor of the link
     * @param details lines of a template that has some, empty for others
     */
    static MailText of(
            MailTemplate template,
            Organisation organisation,
            String publicUrl,
            Optional<String> link,
            Duration validFor,
            String details) {
        String name = harmless(organisation.name());
        String body = switch (template) {
            case VERIFY_EMAIL -> """
                Hello,

                with this address the organisation "%s" was registered with OptiBid. Confirm the address to open the
                account, within %s:

                %s

                If it was not you, do nothing: without confirmation nobody can log in.
                """.formatted(name, words(validFor), link.orElse(""));
            case ALREADY_REGISTERED -> """
                Hello,

                somebody has tried to register this address with OptiBid. It has an account already: log in at
                %s, or reset the password there.

                If it was not you, do nothing: nothing was changed.
                """.formatted(publicUrl);
            case ORGANISATION_NAME_TAKEN -> """
                Hello,

                your registration with OptiBid was not carried out, because an organisation of that name is there
                already. Ask an administrator of it to invite you, or register under another name:
                %s
                """.formatted(publicUrl);
            case INVITATION -> """
                Hello,

                you are invited to OptiBid, in the organisation "%s". Choose a password to open your account, within
                %s:

                %s
                """.formatted(name, words(validFor), link.orElse(""));
            case RESET_PASSWORD -> """
                Hello,

                somebody has asked to reset the password of this address with OptiBid. Choose a new one within
                %s:

                %s

                If it was not you, do nothing: the password stays as it is.
                """.formatted(words(validFor), link.orElse(""));
            case NO_PASSWORD -> """
                Hello,

                somebody has asked to reset the password of this address with OptiBid. Your organisation logs in
                through its own identity provider: log in at %s without a password.
                """.formatted(publicUrl);
            case PASSWORD_CHANGED -> """
                Hello,

                the password of your OptiBid account was changed and other sessions were ended. If it was not you, reset
                it at %s and tell your administrator.
                """.formatted(publicUrl);
            case SECOND_FACTOR_ENROLLED -> """
                Hello,

                an authenticator was added to your OptiBid account, which asks for a code at each log-in from now on. If it
                was not you, tell your administrator at once, who can take it away, and change your password at
                %s.
                """.formatted(publicUrl);
            case SECOND_FACTOR_DISABLED -> """
                Hello,

                the second factor of your OptiBid account was switched off: from now on the password alone opens it. If it
                was not you, change your password at %s, set the second factor up anew,
                and tell your administrator.
                """.formatted(publicUrl);
            case SECOND_FACTOR_RESET -> """
                Hello,

                an administrator of the organisation "%s" has taken the second factor of your OptiBid account away and ended
                its sessions. Set it up anew at %s. If you did not ask for it, ask your
                administrator why.
                """.formatted(name, publicUrl);
            case RECOVERY_CODES_RENEWED -> """
                Hello,

                new recovery codes were made for your OptiBid account; earlier ones open nothing any more. If it was not
                you, change your password at %s and tell your administrator.
                """.formatted(publicUrl);
            case RECOVERY_CODE_USED -> """
                Hello,

                somebody has logged in to your OptiBid account with one of your recovery codes, in place of your
                authenticator. Each is good once: your account page says how many are left, and makes new ones. If it was
                not you, change your password at %s and tell your administrator.
                """.formatted(publicUrl);
            case NEW_BROWSER -> """
                Hello,

                somebody has logged in to your OptiBid account with a browser that it does not know yet:

                %s

                If it was you, do nothing. If not, change your password at %s, which
                ends all sessions, and tell your administrator.
                """.formatted(details, publicUrl);
        };
        return new MailText(link, body);
    }

    /** Both in one text, as they are sealed. */
    String sealable() {
        return link.orElse("") + "\n" + body;
    }

    static MailText ofSealable(String text) {
        int end = text.indexOf('\n');
        String link = text.substring(0, end);
        return new MailText(link.isEmpty() ? Optional.empty() : Optional.of(link), text.substring(end + 1));
    }

    private static String harmless(String typed) {
        String name = NOT_OF_A_NAME.matcher(typed).replaceAll(" ").strip();
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…";
    }

    private static String words(Duration duration) {
        long hours = duration.toHours();
        if (hours >= 48) {
            return duration.toDays() + " days";
        }
        return hours == 1 ? "an hour" : hours + " hours";
    }

    @Override
    public String toString() {
        return "MailText";
    }
}
