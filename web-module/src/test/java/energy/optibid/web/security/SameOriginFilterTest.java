package energy.optibid.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SameOriginFilterTest {
    private static final Optional<String> HOST = Optional.of("desk.example:8443");
    private static final Optional<String> NOTHING = Optional.empty();

    @Test
    void requestShouldBeOursWhenTheBrowserSaysSo() {
        assertThat(SameOriginFilter.isOurs(Optional.of("same-origin"), NOTHING, HOST))
                .isTrue();
        assertThat(SameOriginFilter.isOurs(NOTHING, Optional.of("https://desk.example:8443"), HOST))
                .isTrue();
    }

    @Test
    void requestShouldBeOursWhenItIsFromNoBrowser() {
        assertThat(SameOriginFilter.isOurs(NOTHING, NOTHING, HOST)).isTrue();
    }

    @Test
    void requestShouldNotBeOursWhenItIsFromAnotherSite() {
        for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
            assertThat(SameOriginFilter.isOurs(Optional.of(site), Optional.of("https://desk.example:8443"), HOST))
                    .as(site)
                    .isFalse();
        }
        for (String origin : new String[] {
            "null", "", "https://evil.example", "https://desk.example", "https://desk.example:8443.evil.example", "%"
        }) {
            assertThat(SameOriginFilter.isOurs(NOTHING, Optional.of(origin), HOST))
                    .as(origin)
                    .isFalse();
        }
        assertThat(SameOriginFilter.isOurs(NOTHING, Optional.of("null"), NOTHING))
                .isFalse();
    }
}
