package energy.optibid.analytics.internal.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.analytics.ClickHouseNeededException;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.PriceTable;
import energy.optibid.analytics.internal.PriceSeries;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Wait;
import energy.optibid.platform.internal.clickhouse.ClickHouseEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to ClickHouse: the same table, and the truth about who gave it. */
@SuppressWarnings("NullAway.Init") // made before each test
class ClickHouseSwitchIT {
    private static final String PATIENT = "PT60S";
    private static final String IMPATIENT = "PT3S";

    private ClickHouseEngine engine;

    @BeforeEach
    void prepare() throws IOException {
        engine = ClickHouseEngine.prepare();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void clickHouseShouldServeWhenItIsThereAndHasEverything() throws Exception {
        engine.start();
        try (CopyDesk desk = new CopyDesk(engine.port(), PATIENT)) {
            desk.importPrices("AT", "10.5");
            desk.firstAttempts().join();
            assertThat(desk.service().state()).isEqualTo(ServiceState.AVAILABLE);
            assertServes(desk, Engine.POSTGRESQL, "nothing is copied yet");

            desk.copy.follow();
            assertServes(desk, Engine.CLICKHOUSE, "it was filled");

            desk.importPrices("FR", "-7.25");
            assertServes(desk, Engine.POSTGRESQL, "an import waits");
            desk.copy.follow();
            assertServes(desk, Engine.CLICKHOUSE, "the import was copied");

            desk.importPrices("AT", "11.75");
            desk.copy.follow();
            desk.log.moveBookmark(0);
            desk.copy.follow();
            assertServes(desk, Engine.CLICKHOUSE, "all came a second time");
            assertThat(desk.comparison().run(false)).isEmpty();
        }
    }

    @Test
    void postgresShouldServeUntilClickHouseComesWhenItIsRefusedAtTheStart() throws Exception {
        try (CopyDesk desk = new CopyDesk(engine.port(), PATIENT)) {
            desk.importPrices("AT", "10");
            desk.firstAttempts().join();
            assertThat(desk.service().state()).isEqualTo(ServiceState.UNAVAILABLE);
            assertThat(desk.service().report().lastError()).isPresent();
            assertServes(desk, Engine.POSTGRESQL, "refused");
            assertThatThrownBy(desk.copy::follow).isInstanceOf(ClickHouseNeededException.class);

            engine.start();
            awaitState(desk, ServiceState.AVAILABLE);
            desk.copy.follow();
            assertServes(desk, Engine.CLICKHOUSE, "it has come");
        }
    }

    @Test
    void postgresShouldServeWhileTheFirstAttemptMeetsABlackHole() throws Exception {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                CopyDesk waiting = new CopyDesk(blackHole.getLocalPort(), PATIENT);
                CopyDesk givingUp = new CopyDesk(blackHole.getLocalPort(), "PT0.3S")) {
            waiting.importPrices("AT", "10");
            assertThat(waiting.service().state()).isEqualTo(ServiceState.CONNECTING);
            assertServes(waiting, Engine.POSTGRESQL, "the attempt goes on");

            givingUp.firstAttempts().join();
            assertThat(givingUp.service().state()).isEqualTo(ServiceState.UNAVAILABLE);
        }
    }

    @Test
    void postgresShouldServeWhenClickHouseIsKilledAndTheCopyGoOnWhenItIsBack() throws Exception {
        engine.start();
        try (CopyDesk desk = new CopyDesk(engine.port(), PATIENT)) {
            desk.importPrices("AT", "10");
            desk.firstAttempts().join();
            desk.copy.follow();
            assertServes(desk, Engine.CLICKHOUSE, "it is there");

            engine.kill();
            assertServes(desk, Engine.POSTGRESQL, "killed");
            assertThat(desk.service().state()).isEqualTo(ServiceState.DEGRADED);
            desk.importPrices("FR", "20");
            assertThatThrownBy(desk.copy::follow).isInstanceOf(ClickHouseNeededException.class);

            engine.start();
            awaitState(desk, ServiceState.AVAILABLE);
            assertServes(desk, Engine.POSTGRESQL, "back, but an import is missing");
            desk.copy.follow();
            assertServes(desk, Engine.CLICKHOUSE, "back with everything");
        }
    }

    @Test
    void copyShouldBeMadeAnewWhenClickHouseComesBackWithoutItsData() throws Exception {
        engine.start();
        try (CopyDesk desk = new CopyDesk(engine.port(), PATIENT)) {
            desk.importPrices("AT", "10");
            desk.firstAttempts().join();
            desk.copy.follow();

            engine.kill();
            assertServes(desk, Engine.POSTGRESQL, "killed");
            engine.loseData();
            engine.start();
            awaitState(desk, ServiceState.AVAILABLE);
            assertServes(desk, Engine.POSTGRESQL, "nobody knows yet what it has");
            desk.copy.follow();

            assertServes(desk, Engine.CLICKHOUSE, "filled again");
        }
    }

    @Test
    void postgresShouldServeWhenClickHouseIsFrozen() throws Exception {
        engine.start();
        try (CopyDesk desk = new CopyDesk(engine.port(), IMPATIENT)) {
            desk.importPrices("AT", "10");
            awaitState(desk, ServiceState.AVAILABLE);
            Wait.until("the copy is made", () -> isFollowed(desk));

            engine.freeze();
            assertServes(desk, Engine.POSTGRESQL, "frozen");
            assertThat(desk.service().state()).isEqualTo(ServiceState.DEGRADED);
            for (int i = 0; i < 100; i++) {
                assertServes(desk, Engine.POSTGRESQL, "no later call goes there");
            }

            engine.thaw();
            awaitState(desk, ServiceState.AVAILABLE);
            Wait.until("the copy goes on", () -> isFollowed(desk));
            assertThat(desk.days(desk.history).rows())
                    .isEqualTo(desk.days(desk.rollUps()).rows());
        }
    }

    @Test
    void comparisonShouldFindAndRepairWhatWasChangedBehindItsBack() throws Exception {
        engine.start();
        try (CopyDesk desk = new CopyDesk(engine.port(), PATIENT)) {
            desk.importPrices("AT", "10");
            desk.importPrices("FR", "20");
            desk.firstAttempts().join();
            desk.copy.follow();
            desk.clickHouse.remove(new PriceSeries("SDAC", "AT"), YearMonth.of(2024, 3));

            assertThat(desk.comparison().run(false)).singleElement().satisfies(difference -> {
                assertThat(difference.zoneCode()).isEqualTo("AT");
                assertThat(difference.month()).hasToString("2024-03");
                assertThat(difference.rows()).isEqualTo(49);
                assertThat(difference.copiedRows()).isZero();
                assertThat(difference.table()).isEqualTo("prices");
                assertThat(difference.sum()).isEqualByComparingTo("490");
                assertThat(difference.repaired()).isFalse();
            });
            assertThat(desk.comparison().run(true)).hasSize(1);
            assertThat(desk.comparison().run(false)).isEmpty();
            assertServes(desk, Engine.CLICKHOUSE, "repaired");

            desk.copy.forget();
            assertServes(desk, Engine.POSTGRESQL, "to be filled anew");
            desk.copy.follow();
            assertServes(desk, Engine.CLICKHOUSE, "filled anew");
        }
    }

    private static boolean isFollowed(CopyDesk desk) {
        try {
            desk.copy.follow();
            return desk.copy.isCaughtUp();
        } catch (ClickHouseNeededException e) {
            return false;
        }
    }

    private static void assertServes(CopyDesk desk, Engine engine, String because) {
        PriceTable table = desk.days(desk.history);
        assertThat(table.engine()).as(because).isEqualTo(engine);
        assertThat(table.rows())
                .as(because)
                .isNotEmpty()
                .isEqualTo(desk.days(desk.rollUps()).rows());
    }

    private static void awaitState(CopyDesk desk, ServiceState state) {
        Wait.until("ClickHouse is " + state, () -> desk.service().state() == state);
    }
}
