package energy.optibid.clearing;

import static energy.optibid.clearing.Books.book;
import static energy.optibid.clearing.Books.buy;
import static energy.optibid.clearing.Books.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.clearing.BookFinding.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ClearingHouseTest {
    private final ClearingHouse clearingHouse = new ClearingHouse();

    @Test
    void clearShouldTakeThePriceOfTheMarginalSaleWhenItIsAcceptedInPart() {
        ClearingResult result =
                clearingHouse.clear(book("0", sell("s", "10", "5", "20", "5", "30", "5"), buy("b", "25", "8")));

        assertPrice(result, "20.00", "20.00", "20.00");
        assertThat(result.volumeMw()).isEqualTo("8.0");
        assertThat(result.acceptance("s").acceptedStepsMw()).containsExactly(mw("5.0"), mw("3.0"), mw("0.0"));
        assertThat(result.acceptance("s").acceptedMw()).isEqualTo("8.0");
        assertThat(result.acceptance("b").acceptedMw()).isEqualTo("8.0");
    }

    @Test
    void clearShouldTakeThePriceOfTheMarginalPurchaseWhenItIsAcceptedInPart() {
        ClearingResult result = clearingHouse.clear(book("0", sell("s", "10", "5"), buy("b", "40", "3", "25", "8")));

        assertPrice(result, "25.00", "25.00", "25.00");
        assertThat(result.acceptance("b").acceptedStepsMw()).containsExactly(mw("3.0"), mw("2.0"));
    }

    @Test
    void clearShouldTakeTheMidpointWhenTheCurvesShareAVerticalStretch() {
        ClearingResult result =
                clearingHouse.clear(book("0", sell("s", "10", "5", "60", "5"), buy("b", "25.01", "5", "9", "1")));

        assertPrice(result, "17.51", "10.00", "25.01");
        assertThat(result.volumeMw()).isEqualTo("5.0");
    }

    @Test
    void clearShouldRoundHalfATickUpwardsWhenPricesAreNegative() {
        ClearingResult result = clearingHouse.clear(book("0", sell("s", "-20.01", "5"), buy("b", "-10", "5")));

        assertPrice(result, "-15.00", "-20.01", "-10.00");
    }

    @Test
    void clearShouldTradeAtTheMarginalPriceWhenNobodyGains() {
        ClearingResult result = clearingHouse.clear(book("0", sell("s", "30", "5"), buy("b", "30", "8")));

        assertPrice(result, "30.00", "30.00", "30.00");
        assertThat(result.volumeMw()).isEqualTo("5.0");
        assertThat(result.acceptance("b").acceptedMw()).isEqualTo("5.0");
    }

    @Test
    void clearShouldTakeTheOnlyBoundWhenTheOtherEndIsTheMarketsLimit() {
        assertPrice(clearingHouse.clear(book("5", sell("s", "10", "5"))), "10.00", "10.00", "4000.00");
        assertPrice(clearingHouse.clear(book("-5", buy("b", "70", "5"))), "70.00", "-500.00", "70.00");
        assertPrice(clearingHouse.clear(book("0", sell("s", "10", "5"))), "10.00", "-500.00", "10.00");
        assertPrice(clearingHouse.clear(book("0", buy("b", "70", "5"))), "70.00", "70.00", "4000.00");
        assertPrice(
                clearingHouse.clear(book("0", sell("s", "-500", "5"), buy("b", "70", "5"))),
                "70.00",
                "-500.00",
                "70.00");
    }

    @Test
    void clearShouldTakeTheMidpointWithoutVolumeWhenNobodyAgrees() {
        ClearingResult result = clearingHouse.clear(book("0", sell("s", "50", "5"), buy("b", "40", "5")));

        assertPrice(result, "45.00", "40.00", "50.00");
        assertThat(result.volumeMw()).isEqualTo("0.0");
    }

    @Test
    void clearShouldTakeThePriceNearestToZeroWhenNobodyNamesOne() {
        assertPrice(clearingHouse.clear(book("0")), "0.00", "-500.00", "4000.00");
        AuctionLimits positive = Books.limits("10", "90", "1", "1");
        assertPrice(clearingHouse.clear(new Book(positive, mw("0"), List.of())), "10", "10", "90");
    }

    @Test
    void clearShouldCountTheNetExportAsDemandWhenPositive() {
        ClearingResult result = clearingHouse.clear(book("4", sell("s", "10", "5", "20", "5"), buy("b", "25", "3")));

        assertPrice(result, "20.00", "20.00", "20.00");
        assertThat(result.netExportMw()).isEqualTo("4.0");
        assertThat(result.volumeMw()).isEqualTo("7.0");
        assertThat(result.acceptance("s").acceptedMw()).isEqualTo("7.0");
    }

    @Test
    void clearShouldCountTheNetExportAsSupplyWhenNegative() {
        ClearingResult result = clearingHouse.clear(book("-4", sell("s", "10", "5"), buy("b", "25", "6")));

        assertPrice(result, "10.00", "10.00", "10.00");
        assertThat(result.volumeMw()).isEqualTo("6.0");
        assertThat(result.acceptance("s").acceptedMw()).isEqualTo("2.0");
    }

    @Test
    void clearShouldCutTheNetExportAtTheHighestPriceWhenSalesDoNotSuffice() {
        ClearingResult result =
                clearingHouse.clear(book("12", sell("s", "10", "5", "20", "5"), buy("b", "4000", "3", "100", "1")));

        assertPrice(result, "4000.00", "4000.00", "4000.00");
        assertThat(result.netExportMw()).isEqualTo("10.0");
        assertThat(result.unservedMw()).isEqualTo("5.0");
        assertThat(result.excessMw()).isEqualTo("0.0");
        assertThat(result.acceptance("s").acceptedMw()).isEqualTo("10.0");
        assertThat(result.acceptance("b").acceptedMw()).isEqualTo("0.0");
    }

    @Test
    void clearShouldCutPurchasesAtTheHighestPriceProRataWhenSalesSufficeForTheNetExportOnly() {
        ClearingResult result =
                clearingHouse.clear(book("8", sell("s", "10", "10"), buy("a", "4000", "3"), buy("b", "4000", "1")));

        assertPrice(result, "4000.00", "4000.00", "4000.00");
        assertThat(result.unservedMw()).isEqualTo("2.0");
        assertThat(result.acceptance("a").acceptedMw()).isEqualTo("1.5");
        assertThat(result.acceptance("b").acceptedMw()).isEqualTo("0.5");
    }

    @Test
    void clearShouldCutTheNetImportAtTheLowestPriceWhenPurchasesDoNotSuffice() {
        ClearingResult result =
                clearingHouse.clear(book("-12", sell("s", "-500", "5"), buy("b", "4000", "3", "-500", "1")));

        assertPrice(result, "-500.00", "-500.00", "-500.00");
        assertThat(result.netExportMw()).isEqualTo("-4.0");
        assertThat(result.excessMw()).isEqualTo("13.0");
        assertThat(result.unservedMw()).isEqualTo("0.0");
        assertThat(result.volumeMw()).isEqualTo("4.0");
        assertThat(result.acceptance("s").acceptedMw()).isEqualTo("0.0");
        assertThat(result.acceptance("b").acceptedMw()).isEqualTo("4.0");
    }

    @Test
    void clearShouldShareProRataThenByLargestRemainderThenByIdWhenSalesTie() {
        // 10 of 17 steps: exact shares 4.12, 2.94, 1.76, 1.18; down 4, 2, 1, 1; the two left to b and c.
        ClearingResult byRemainder = clearingHouse.clear(book(
                "1", sell("a", "30", "0.7"), sell("b", "30", "0.5"), sell("c", "30", "0.3"), sell("d", "30", "0.2")));
        assertThat(acceptedMw(byRemainder)).containsExactly("0.4", "0.3", "0.2", "0.1");

        ClearingResult byId = clearingHouse.clear(
                book("0.4", sell("z", "30", "0.2"), sell("y", "30", "0.2"), sell("x", "30", "0.2")));
        assertThat(acceptedMw(byId)).containsExactly("0.1", "0.1", "0.2");
    }

    @Test
    void clearShouldShareExactlyWhenProductsExceedSixtyFourBits() {
        AuctionLimits fine = Books.limits("-500", "4000", "0.01", "0.000001");
        Book book = new Book(
                fine,
                mw("1000000000"),
                List.of(sell("a", "30", "1000000000"), sell("b", "30", "1000000000"), sell("c", "30", "1000000000")));

        assertThat(acceptedMw(clearingHouse.clear(book)))
                .containsExactly("333333333.333334", "333333333.333333", "333333333.333333");
    }

    @Test
    void clearShouldListEveryBreachWhenABookIsInvalid() {
        Book book = book(
                "0.05",
                sell("twice", "10", "5"),
                sell("twice", "11", "5"),
                sell("empty"),
                buy("high", "4000.01", "1"),
                buy("low", "-500.01", "1"),
                buy("tick", "10.005", "1"),
                sell("step", "10", "0.15"),
                sell("falling", "10", "1", "9", "1"),
                buy("rising", "9", "1", "10", "1"),
                sell("same", "9", "1", "9.00", "1"),
                buy("hostile", "1E+999999999", "1"),
                buy("vast", "1", "1E+999999999"),
                buy("minute", "1E-999999999", "1E-999999999"),
                buy("fine", "0E+999999999", "1"));

        assertThatThrownBy(() -> clearingHouse.clear(book))
                .isInstanceOf(InvalidBookException.class)
                .hasMessageContaining("price 4000.01 lies outside -500 to 4000")
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidBookException.class))
                .extracting(exception -> exception.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.orderId())
                        .toList())
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrder(
                        Rule.NET_EXPORT_ON_STEP + " ",
                        Rule.ORDER_ID_UNIQUE + " twice",
                        Rule.VOLUME_POSITIVE + " empty",
                        Rule.PRICE_IN_RANGE + " high",
                        Rule.PRICE_IN_RANGE + " low",
                        Rule.PRICE_ON_TICK + " tick",
                        Rule.QUANTITY_ON_STEP + " step",
                        Rule.STEPS_IN_PRICE_ORDER + " falling",
                        Rule.STEPS_IN_PRICE_ORDER + " rising",
                        Rule.STEPS_IN_PRICE_ORDER + " same",
                        Rule.PRICE_IN_RANGE + " hostile",
                        Rule.QUANTITY_ON_STEP + " vast",
                        Rule.PRICE_ON_TICK + " minute",
                        Rule.QUANTITY_ON_STEP + " minute");
    }

    @Test
    void limitsShouldBeRefusedWhenTheyContradictEachOther() {
        assertThatThrownBy(() -> Books.limits("10", "10", "1", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Books.limits("0", "10", "0", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Books.limits("0", "10", "1", "-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Books.limits("0.5", "10", "1", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Books.limits("0", "100000000", "0.01", "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acceptanceShouldNameTheOrderWhenTheBookHeldNone() {
        assertThatThrownBy(() -> clearingHouse.clear(book("0")).acceptance("mine"))
                .hasMessage("No order mine in the book");
    }

    private static void assertPrice(ClearingResult result, String price, String lowest, String highest) {
        assertThat(result.price()).isEqualTo(price);
        assertThat(result.supportingPrices())
                .isEqualTo(new PriceInterval(new BigDecimal(lowest), new BigDecimal(highest)));
    }

    private static List<String> acceptedMw(ClearingResult result) {
        return result.acceptances().values().stream()
                .map(acceptance -> acceptance.acceptedMw().toPlainString())
                .toList();
    }

    private static BigDecimal mw(String value) {
        return new BigDecimal(value);
    }
}
