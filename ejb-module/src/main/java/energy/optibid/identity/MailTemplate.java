package energy.optibid.identity;

import java.util.Locale;

/** The kinds of mail. Subjects are fixed: nothing that a user typed gets into a header. */
public enum MailTemplate {
    VERIFY_EMAIL("Confirm your address for OptiBid"),
    ALREADY_REGISTERED("You have an OptiBid account already"),
    ORGANISATION_NAME_TAKEN("Your registration with OptiBid"),
    INVITATION("You are invited to OptiBid"),
    RESET_PASSWORD("Reset your OptiBid password"),
    NO_PASSWORD("Your OptiBid account has no password"),
    PASSWORD_CHANGED("Your OptiBid password was changed"),
    SECOND_FACTOR_ENROLLED("A second factor was added to your OptiBid account"),
    SECOND_FACTOR_DISABLED("The second factor of your OptiBid account was switched off"),
    SECOND_FACTOR_RESET("An administrator removed your second factor of OptiBid"),
    RECOVERY_CODES_RENEWED("You have new recovery codes for OptiBid"),
    RECOVERY_CODE_USED("A recovery code opened your OptiBid account"),
    NEW_BROWSER("A new browser has logged in to your OptiBid account");

    private final String subject;

    MailTemplate(String subject) {
        this.subject = subject;
    }

    public String subject() {
        return subject;
    }

    /** The name in the API and the database, for example {@code reset-password}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The template of a code, which is one. */
    public static MailTemplate of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
