package energy.optibid.seed;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.seed.PriceBlocks.Block;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PriceBlocksTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 30);
    private static final List<String> ZONES = Stream.concat(
                    PriceBlocks.ZONES.stream(), IntStream.range(0, 35).mapToObj(number -> "Z" + number))
            .sorted()
            .toList();

    @Test
    void aScaleOfOneShouldBeTheLastYearOfTheSixZones() {
        List<Block> blocks = PriceBlocks.of(1, UNTIL, ZONES);

        assertThat(blocks).extracting(Block::zone).containsExactlyElementsOf(PriceBlocks.ZONES);
        assertThat(blocks)
                .allMatch(block -> block.last().equals(UNTIL) && block.first().equals(LocalDate.of(2025, 12, 1)));
    }

    @Test
    void aLargerScaleShouldBeginWithTheBlocksOfASmallerOne() {
        List<Block> larger = PriceBlocks.of(48, UNTIL, ZONES);

        assertThat(larger)
                .doesNotHaveDuplicates()
                .hasSize(288)
                .startsWith(PriceBlocks.of(7, UNTIL, ZONES).toArray(Block[]::new));
    }

    @Test
    void theYearsOfAZoneShouldFollowEachOther() {
        List<Block> years = PriceBlocks.of(48, UNTIL, ZONES).stream()
                .filter(block -> block.zone().equals("FR"))
                .toList();

        assertThat(years).hasSizeGreaterThan(6);
        for (int i = 1; i < years.size(); i++) {
            assertThat(years.get(i).last()).isEqualTo(years.get(i - 1).first().minusDays(1));
        }
    }
}
