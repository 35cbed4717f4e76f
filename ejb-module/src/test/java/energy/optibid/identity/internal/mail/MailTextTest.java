package energy.optibid.identity.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.MailTemplate;
import energy.optibid.identity.Organisation;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextTest {
    private static final String CONSOLE = "https://desk.example.com";
    private static final Optional<String> LINK = Optional.of(CONSOLE + "/#/verify-email?token=obl_x");

    @Test
    void textShouldHoldNoLinkOfOthersWhenNameHasOne() {
        String body = text(MailTemplate.INVITATION, "Prize: https://evil.example/win <b>now</b>\nBcc: x@y.z")
                .body();

        assertThat(body)
                .doesNotContain("evil.example", "https://evil", "<b>", "x@y.z")
                .contains(LINK.get());
    }

    @Test
    void textShouldSayHowLongLinkIsGood() {
        assertThat(text(MailTemplate.VERIFY_EMAIL, "Nordlicht").body()).contains("24 hours", "\"Nordlicht\"");
    }

    @ParameterizedTest
    @EnumSource
    void textShouldComeBackWhenSealed(MailTemplate template) {
        MailText text = text(template, "Nordlicht");

        assertThat(MailText.ofSealable(text.sealable())).isEqualTo(text);
        assertThat(template.subject()).matches("[A-Za-z ]+");
        assertThat(MailTemplate.of(template.code())).isEqualTo(template);
    }

    @Test
    void pauseShouldDoubleUpToFourHoursWhenMailFailsAgain() {
        assertThat(MailRoom.pauseAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(MailRoom.pauseAfter(2)).isEqualTo(Duration.ofSeconds(20));
        assertThat(MailRoom.pauseAfter(14)).isEqualTo(Duration.ofHours(4));
    }

    private static MailText text(MailTemplate template, String organisation) {
        return MailText.of(
                template, new Organisation(new UUID(0, 1), organisation), CONSOLE, LINK, Duration.ofHours(24), "");
    }
}
