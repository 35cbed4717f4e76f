package energy.optibid.identity.internal.mail;

import energy.optibid.identity.EmailAddress;
import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.util.Optional;
import java.util.Properties;

/**
 * The mail server.
 *
 * @param user absent where it wants no log-in
 * @param startTls whether the connection must be encrypted before anything is said; at port 465 it is from the start
 * @param from the sender's address
 */
record SmtpSettings(
        String host, int port, Optional<String> user, String password, boolean startTls, EmailAddress from) {
    private static final int PORT_OF_TLS = 465;
    private static final int MAX_PORT = 65_535;
    private static final String TIMEOUT_MILLIS = "10000";

    /** Absent where no mail server is set up: then mails wait. */
    static Optional<SmtpSettings> of(Settings settings, Environment environment) {
        return settings.text("optibid.mail.smtp.host").map(host -> {
            String from = settings.text("optibid.mail.from").orElse("");
            return new SmtpSettings(
                    host,
                    settings.number("optibid.mail.smtp.port", 1, MAX_PORT),
                    settings.text("optibid.mail.smtp.user"),
                    settings.text("optibid.mail.smtp.password").orElse(""),
                    settings.flag("optibid.mail.smtp.starttls").orElse(!environment.isDevelopment()),
                    EmailAddress.parse(from)
                            .orElseThrow(
                                    () -> new InvalidSettingException("optibid.mail.from", from, "an e-mail address")));
        });
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(port == PORT_OF_TLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(port != PORT_OF_TLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls && port != PORT_OF_TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        // Of Message-ID, instead of the name of this machine.
        properties.setProperty("mail.from", from.text());
        properties.setProperty("mail.smtp.localhost", "localhost");
        return properties;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
