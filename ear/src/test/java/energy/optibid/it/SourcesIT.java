package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is fetched from the Transparency Platform: Payara Micro fetches, Payara Server does not. */
class SourcesIT {
    private static final String SOURCES = "/api/v1/market-data/sources";
    private static final String LATEST = "/api/v1/market-data/latest?product=SDAC&zone=" + EntsoePlatform.ZONE;

    @Test
    void nothingShouldBeFetchedWhereItIsOff() {
        assumeTrue(ServerUnderTest.entsoe().isEmpty(), "this form fetches");

        assertThat(Api.as("viewer").get(SOURCES).json().get("items")).isEmpty();
        assertThat(service().get("state").asText()).isEqualTo("off");
        assertThat(service().get("configuredAt").asText()).isEqualTo("ENABLE_ENTSOE=false");
    }

    @Test
    void pricesShouldBeFetchedAndServeOnWhileThePlatformIsBusy() {
        assumeTrue(ServerUnderTest.entsoe().isPresent(), "this form does not fetch");
        EntsoePlatform platform = ServerUnderTest.entsoe().get();
        JsonNode current = Patience.until(SourcesIT::source, source -> state(source, "current"));
        assertThat(current.get("zoneCode").asText()).isEqualTo(EntsoePlatform.ZONE);
        assertThat(current.get("deliveryTo").asText()).endsWith("00:00Z");
        assertThat(current.get("ageSeconds").asLong()).isNotNegative();
        Answer latest = Api.as("viewer").get(LATEST);
        assertThat(latest.json().get("simulated").asBoolean()).isFalse();
        assertThat(service().get("state").asText()).isEqualTo("available");

        platform.beBusy(true);
        try {
            JsonNode failing = Patience.until(SourcesIT::source, source -> state(source, "failing"));
            assertThat(failing.get("failure").asText()).isEqualTo("it answered 503");
            assertThat(failing.get("fetchedAt").asText())
                    .isGreaterThanOrEqualTo(current.get("fetchedAt").asText());
            assertThat(service().get("lastError").asText()).isEqualTo("it answered 503");
            Answer still = Api.as("viewer").get(LATEST);
            assertThat(still.status()).isEqualTo(200);
            assertThat(still.json().get("price")).isEqualTo(latest.json().get("price"));
        } finally {
            platform.beBusy(false);
        }
        Patience.until(SourcesIT::source, source -> state(source, "current"));
        Patience.until(SourcesIT::service, service -> state(service, "available"));
    }

    @Test
    void sourceShouldStandInTheTableOfTheStartWithoutItsToken() {
        assertThat(service().get("name").asText()).isEqualTo("entsoe");
        boolean fetches = ServerUnderTest.entsoe().isPresent();
        // Behind the first attempts, which begin when the node is ready.
        String line = fetches ? "prices and forecasts are fetched from the Transparency Platform" : "ENTSO-E";
        String log = Patience.until(SourcesIT::log, text -> text.contains(line));

        if (fetches) {
            String token = ServerUnderTest.entsoe().get().environment().get("OPTIBID_ENTSOE_TOKEN");
            assertThat(log).doesNotContain(String.valueOf(token));
        }
    }

    private static String log() {
        try {
            return Files.readString(ServerUnderTest.log().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode source() {
        JsonNode items = Api.as("viewer").get(SOURCES).json().get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static JsonNode service() {
        JsonNode services =
                Api.as("admin").get("/api/v1/health").json().get("detail").get("services");
        return StreamSupport.stream(services.spliterator(), false)
                .filter(service -> service.get("name").asText().equals("entsoe"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean state(JsonNode node, String state) {
        return node.get("state").asText().equals(state);
    }
}
