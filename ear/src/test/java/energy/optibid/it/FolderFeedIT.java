package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Prices that another program puts into a folder, on the running product; with PostgreSQL alone on Payara Server. */
class FolderFeedIT {
    private static final Path FOLDER = TestFolders.FEEDS.resolve("market-data");

    @Test
    void pricesShouldBeTakenFromTheFolderOnceAndPoisonPutAside() throws IOException {
        Api viewer = Api.as("viewer");
        String name = UUID.randomUUID().toString();
        Path last = FOLDER.resolve(name + "-5.json");
        put(name + "-1.json", "no JSON");
        put(name + "-2.json", message(name + "-x", "NOWHERE", "1"));
        put(name + "-3.json", message(name, "LV", "71.25"));
        put(name + "-4.json", message(name, "LV", "99.99"));
        put(name + "-5.json", message(name + "-end", "LV", "71.25"));

        Patience.until(() -> Files.exists(last), exists -> !exists);

        JsonNode history = viewer.get(
                        "/api/v1/market-data/history?product=SDAC&zone=LV&from=2023-05-03T00:00:00Z&to=2023-05-03T01:00:00Z")
                .json();
        assertThat(history.get("price").toString())
                .as("a second message of that name changes nothing: %s", history)
                .isEqualTo("[71.25]");
        Path refused = FOLDER.resolve("refused");
        assertThat(refused.resolve(name + "-1.json")).hasContent("no JSON");
        assertThat(refused.resolve(name + "-1.json.reason")).hasContent("malformed: The message is not a JSON object");
        assertThat(refused.resolve(name + "-2.json.reason")).content().startsWith("unknown-zone: ");
        assertThat(refused.resolve(name + "-4.json")).doesNotExist();
    }

    private static void put(String name, String message) throws IOException {
        Path unfinished = Files.writeString(FOLDER.resolve(name + ".part"), message);
        Files.move(unfinished, FOLDER.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String message(String name, String zone, String price) {
        return """
                {"messageId": "%s", "productCode": "SDAC", "zoneCode": "%s", "minutes": 60,
                 "prices": [{"start": "2023-05-03T00:00:00Z", "price": %s}]}""".formatted(name, zone, price);
    }
}
