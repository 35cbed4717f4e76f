package energy.optibid.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mails are sent to and users log in with: of RFC 5321 what mail providers give, in ASCII, without quoted
 * local parts. Nothing that ends a header's line fits.
 *
 * @param text in lower case
 */
public record EmailAddress(String text) {
    private static final int MAX_LENGTH = 254;
    private static final Pattern FORM = Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    private static final Pattern LOCAL_PART = Pattern.compile("[^@]{1,64}@.*");

    /** What was typed, in any case and with blanks around it; absent where it is no address. */
    public static Optional<EmailAddress> parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        boolean wellFormed = text.length() <= MAX_LENGTH
                && LOCAL_PART.matcher(text).matches()
                && FORM.matcher(text).matches();
        return wellFormed ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
