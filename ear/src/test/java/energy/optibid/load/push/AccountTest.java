package energy.optibid.load.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What clients were told, against events of two zones. */
class AccountTest {
    private static final int EE = 0;
    private static final int LV = 1;

    private final Account account = new Account(commits());

    @Test
    void nothingShouldBeMissedWhenEachEventIsToldOrStoodFor() {
        tell(EE, 5, 10, 1, 1_500);
        tell(EE, 10, 14, 2, 4_700);
        tell(LV, 5, 11, 1, 2_100);
        account.end(EE, 14);
        account.end(LV, 11);

        assertThat(account.missed()).isZero();
        assertThat(account.unknown()).isZero();
        assertThat(account.coalesced()).isEqualTo(1);
        // 1,500 - 1,000; 2,100 - 2,000; 4,700 - 4,000; and 4,700 - 3,000, which the second message tells of too.
        assertThat(account.latencies()).containsExactly(100, 500, 700, 1_700);
    }

    @Test
    void eventShouldBeMissedWhenNoMessageStandsForIt() {
        tell(EE, 5, 14, 2, 4_700);
        account.end(EE, 14);

        assertThat(account.missed()).as("three are there").isEqualTo(1);
    }

    @Test
    void tooManyInOneMessageShouldNotMakeUpForAnEventMissedInAnother() {
        tell(EE, 5, 12, 1, 3_500);
        tell(EE, 12, 14, 2, 4_700);

        assertThat(account.missed()).isEqualTo(1);
    }

    @Test
    void eventShouldBeMissedWhenTheClientSaysThatItCameBackBehindIt() {
        tell(EE, 10, 13, 0, 4_000);

        assertThat(account.missed()).isEqualTo(1);
        assertThat(account.latencies()).isEmpty();
    }

    @Test
    void eventsAfterTheLastMessageShouldBeMissed() {
        account.end(EE, 10);
        account.end(LV, 11);

        assertThat(account.missed()).isEqualTo(2);
    }

    @Test
    void messageOfNoCommittedEventShouldBeUnknown() {
        tell(EE, 5, 11, 1, 1_500);
        tell(LV, 11, 20, 1, 1_500);

        assertThat(account.unknown()).isEqualTo(2);
    }

    @Test
    void percentileShouldBeTheNearestRank() {
        long[] hundred = LongStream.rangeClosed(1, 100).toArray();

        assertThat(Longs.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Longs.percentile(hundred, 100)).isEqualTo(100);
        assertThat(Longs.percentile(new long[] {7, 8}, 50)).isEqualTo(7);
        assertThat(Longs.percentile(new long[] {7, 8}, 51)).isEqualTo(8);
        assertThat(Longs.percentile(new long[0], 50)).isZero();
    }

    @Test
    void messageShouldBeReadWhateverItsDataHold() throws IOException {
        String text = """
                {"type":"price","seq":4718,"at":"2026-03-06T12:45:02Z","zone":"FI","coalesced":2,
                 "data":{"type":"x","seq":1,"price":{"zone":"no"},"list":[{"seq":2}]}}""";

        assertThat(ServerMessage.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new ServerMessage("price", "FI", 4718, 2));
    }

    private void tell(int zone, long before, long place, long events, long micros) {
        Told told = new Told();
        told.add(new Told.Message(zone, before, place, events, micros));
        account.add(told);
    }

    private static Commits commits() {
        try {
            return new Commits(
                    List.of("EE", "LV"),
                    new JsonMapper()
                            .readTree(
                                    "[[10,\"EE\",1000],[11,\"LV\",2000],[12,\"EE\",3000],[14,\"EE\",4000],[15,\"FI\",9000]]"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
