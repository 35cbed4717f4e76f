package energy.optibid.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/tutorial/first-bid-run.md, followed to the letter. */
class TutorialIT {
    private static final Tutorial PAGE = Tutorial.read(Path.of("../docs/tutorial/first-bid-run.md"));
    private static final String REAL_PRICES = "The same on real prices";

    @TempDir
    Path folder;

    @BeforeAll
    static void requirePrograms() {
        Programs.require("bash", "curl", "jq");
    }

    @Test
    void tutorialShouldShowWhatIsPrintedWhenFollowed() {
        reader(Map.of()).follow(PAGE.before(REAL_PRICES));
    }

    @Test
    void tutorialShouldShowTheProfitOfAMonthWhenRealPricesAreThere() {
        Path prices = Path.of(System.getProperty("optibid.testdata", ""), "epf", "DE.csv.gz");
        Assumptions.assumeTrue(Files.exists(prices), "needs epf/DE.csv.gz in the folder named by optibid.testdata");

        reader(Map.of("DE_CSV", prices.toString())).follow(PAGE.sections("Start OptiBid", "Log in", REAL_PRICES));
    }

    private TutorialReader reader(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("OPTIBID", ServerUnderTest.base().toString());
        return new TutorialReader(folder, environment);
    }
}
