package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import energy.optibid.it.ContentNetwork.Mood;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server of its own whose console's files are on a content network, and what a browser makes of that. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class AssetsElsewhereIT {
    private static final String SCRIPT = "/assets/index-";

    private static Guard guard;
    private static ContentNetwork network;
    private static MicroForm.Instance instance;

    @BeforeAll
    static void start() throws IOException {
        guard = new Guard();
        network = ContentNetwork.start();
        Database database = Database.start(TestFolders.IT.resolve("assets-elsewhere"), guard);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        environment.putAll(database.ownerEnvironment());
        environment.put("OPTIBID_WEB_ASSET_BASE_URL", network.address());
        instance = MicroForm.start("assets-elsewhere", environment, guard);
        assertThat(instance.awaitReady(Duration.ofMinutes(4)))
                .as(TestFolders.tail(instance.log(), 40))
                .isTrue();
        network.fetchFrom(Api.at(instance.base(), Optional.empty()));
    }

    @AfterAll
    static void end() throws IOException {
        instance.server().close();
        network.close();
        guard.close();
    }

    @Test
    void consoleShouldOpenWithTheNetworksFiles() {
        network.be(Mood.SERVES);
        try (Chromium chromium = Chromium.open(ColorScheme.LIGHT)) {
            Page page = open(chromium);
            // Not within the loader's 3 s on a machine that has too much to do: then the browser has the files the next
            // time.
            Patience.until(
                    () -> {
                        page.reload();
                        page.getByLabel("E-mail").waitFor();
                        return page.evaluate("() => document.querySelector('script[type=module]').src")
                                + ", complaints: " + chromium.complaints();
                    },
                    source -> source.startsWith(network.address()));

            assertThat(network.served()).allMatch(path -> path.startsWith(SCRIPT));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"HAS_NOTHING", "CHANGES_FILES", "NEVER_ANSWERS"})
    void consoleShouldOpenWithOurOwnFilesWhenTheNetworkFails(Mood mood) {
        network.be(mood);
        try (Chromium chromium = Chromium.open(ColorScheme.LIGHT)) {
            Page page = open(chromium);

            assertThat((String) page.evaluate("() => document.querySelector('script[type=module]').src"))
                    .startsWith(instance.base() + SCRIPT);
            assertThat((String) page.evaluate("() => document.querySelector('link[rel=stylesheet]').href"))
                    .startsWith(instance.base() + SCRIPT);
            assertThat(chromium.complaints()).anyMatch(complaint -> complaint.contains("from its own server"));
        }
    }

    private static Page open(Chromium chromium) {
        Page page = chromium.page();
        page.navigate(instance.base().toString());
        page.getByLabel("E-mail").waitFor();
        return page;
    }
}
