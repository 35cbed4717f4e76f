package energy.optibid.it;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server in this JVM, on the loopback, which keeps what it is given: see GreenMail. */
final class Smtp {
    static final String SENDER = "desk@optibid.example";

    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern TOKEN = Pattern.compile("/#/([a-z-]+)\\?token=(obl_[A-Za-z0-9_-]{43})");
    private static final Smtp SHARED = new Smtp();

    private final int port;
    private final GreenMail server;

    private Smtp() {
        port = TestFolders.freePorts(1).get(0);
        server = new GreenMail(new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    }

    static Smtp shared() {
        return SHARED;
    }

    /** What the application needs in its environment to send mails there. */
    Map<String, String> environment() {
        return Map.of(
                "OPTIBID_MAIL_SMTP_HOST", LOOPBACK,
                "OPTIBID_MAIL_SMTP_PORT", Integer.toString(port),
                "OPTIBID_MAIL_FROM", SENDER);
    }

    /** Ends it; mails that have arrived are gone with it. */
    void stop() {
        server.stop();
    }

    void bringBack() {
        server.start();
    }

    /** All mails to an address, in the order of their arrival. */
    List<MimeMessage> to(String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> recipients(message).contains(recipient))
                .toList();
    }

    /** The mail to an address that follows upon those that were read, when it comes. */
    MimeMessage await(String recipient, int read) {
        return Patience.until(() -> to(recipient), mails -> mails.size() > read).get(read);
    }

    static String text(MimeMessage message) {
        try {
            return String.valueOf(message.getContent());
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The secret in the link of a mail, which leads to a page of the console. */
    static String token(MimeMessage message, String page) {
        return token(text(message), page);
    }

    static String token(String text, String page) {
        Matcher link = TOKEN.matcher(text);
        if (!link.find() || !link.group(1).equals(page)) {
            throw new AssertionError("No link to " + page + " in:\n" + text);
        }
        return link.group(2);
    }

    private static List<String> recipients(MimeMessage message) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .map(Object::toString)
                    .toList();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
