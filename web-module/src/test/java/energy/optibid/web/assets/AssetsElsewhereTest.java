package energy.optibid.web.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.AssetBase;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetsElsewhereTest {
    private static final AssetBase BASE = new AssetBase(URI.create("https://files.example.com/a&b/"));
    private static final Map<String, String> BUILT =
            Map.of("/index.html", """
            <title>OptiBid</title>
            <script type="module" crossorigin src="./assets/index-A$1.js"></script>
            <link rel="stylesheet" crossorigin href="./assets/index-B.css">
            """, "/assets/index-A$1.js", "abc", "/assets/index-B.css", "");

    @Test
    void pageShouldNameTheOtherHostAndWhatItsFilesMustBe() {
        String page = page(BUILT);

        assertThat(page)
                .contains("<title>OptiBid</title>", "src=\"./console-loader.js\"", "files.example.com/a&amp;b/\"")
                .contains("data-script=\"assets/index-A$1.js\"", "data-style=\"assets/index-B.css\"")
                // FIPS 180's example "abc", and the hash of nothing.
                .contains(
                        "data-script-integrity=\"sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn\"")
                .contains(
                        "data-style-integrity=\"sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb\"")
                .doesNotContain("<link", "type=\"module\"");
    }

    @Test
    void pageShouldBeRefusedWhenTheConsoleWasNotBuilt() {
        assertThatThrownBy(() -> page(Map.of())).hasMessageContaining("/index.html");
        assertThatThrownBy(() -> page(Map.of("/index.html", "<html></html>"))).hasMessageContaining("script");
    }

    private static String page(Map<String, String> files) {
        byte[] page = AssetsElsewhere.page(
                BASE,
                path -> files.containsKey(path)
                        ? new ByteArrayInputStream(files.get(path).getBytes(StandardCharsets.UTF_8))
                        : null);
        return new String(page, StandardCharsets.UTF_8);
    }
}
