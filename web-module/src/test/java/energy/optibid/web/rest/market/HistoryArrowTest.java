package energy.optibid.web.rest.market;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.PricePoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, read by Arrow's own library. */
class HistoryArrowTest {
    private static final Instant START = Instant.parse("2026-03-28T23:15:00Z");

    /** Around the limits of bytes and of what is filled up. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 63, 64, 65, 8_760, 10_000})
    void tableShouldBeReadByArrow(int rows) throws IOException {
        List<PricePoint> points =
                IntStream.range(0, rows).mapToObj(HistoryArrowTest::point).toList();

        try (ArrowStreamReader reader =
                new ArrowStreamReader(new ByteArrayInputStream(written(points)), new RootAllocator())) {
            VectorSchemaRoot table = reader.getVectorSchemaRoot();
            assertThat(table.getSchema().getCustomMetadata())
                    .isEqualTo(Map.of("product", "SDAC", "zone", "DE_LU", "unit", "EUR/MWh"));
            assertThat(table.getSchema().getFields())
                    .asString()
                    .isEqualTo("[start: Timestamp(MILLISECOND, UTC) not null, minutes: Int(32, true) not null,"
                            + " price: FloatingPoint(DOUBLE) not null, known_at: Timestamp(MILLISECOND, UTC) not null,"
                            + " simulated: Bool not null]");
            assertThat(reader.loadNextBatch()).isTrue();
            assertThat(rows(table)).isEqualTo(points);
            assertThat(reader.loadNextBatch()).isFalse();
        }
    }

    private static byte[] written(List<PricePoint> points) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        HistoryQuery query = new HistoryQuery(
                "SDAC",
                "DE_LU",
                START,
                START.plusSeconds(1),
                Optional.empty(),
                Optional.empty(),
                HistoryQuery.page(null, null));
        HistoryArrow.write(query, points, "EUR/MWh", file);
        return file.toByteArray();
    }

    private static PricePoint point(int i) {
        return new PricePoint(
                START.plusSeconds(900L * i),
                i % 2 == 0 ? 15 : 60,
                BigDecimal.valueOf(-1_234 + i, 2),
                START.minusMillis(i),
                i % 3 == 0);
    }

    private static List<PricePoint> rows(VectorSchemaRoot table) {
        TimeStampMilliTZVector start = (TimeStampMilliTZVector) table.getVector("start");
        IntVector minutes = (IntVector) table.getVector("minutes");
        Float8Vector price = (Float8Vector) table.getVector("price");
        TimeStampMilliTZVector knownAt = (TimeStampMilliTZVector) table.getVector("known_at");
        BitVector simulated = (BitVector) table.getVector("simulated");
        return Stream.iterate(0, i -> i < table.getRowCount(), i -> i + 1)
                .map(i -> new PricePoint(
                        Instant.ofEpochMilli(start.get(i)),
                        minutes.get(i),
                        BigDecimal.valueOf(price.get(i)).setScale(2),
                        Instant.ofEpochMilli(knownAt.get(i)),
                        simulated.get(i) == 1))
                .toList();
    }
}
