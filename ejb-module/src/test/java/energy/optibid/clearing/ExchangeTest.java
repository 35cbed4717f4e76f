package energy.optibid.clearing;

import static energy.optibid.clearing.Books.book;
import static energy.optibid.clearing.Books.buy;
import static energy.optibid.clearing.Books.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    @Test
    void priceTakerShouldAcceptInFullWhenTheLimitIsMetOrEqual() {
        Exchange exchange = Exchange.priceTaker(Books.SDAC, new BigDecimal("50"));

        AuctionResult result = exchange.clear(List.of(
                sell("s", "49.99", "1", "50", "2", "50.01", "4"), buy("b", "50.01", "1", "50", "2", "49.99", "4")));

        assertThat(result.price()).isEqualTo("50");
        assertThat(accepted(result, "s")).isEqualTo("[1, 2, 0.0] = 3.0");
        assertThat(accepted(result, "b")).isEqualTo("[1, 2, 0.0] = 3.0");
    }

    @Test
    void priceTakerShouldSettleAtThePublishedPriceWhenItIsOffTheTick() {
        Exchange exchange = Exchange.priceTaker(Books.SDAC, new BigDecimal("-12.34567"));

        AuctionResult result = exchange.clear(List.of(sell("s", "-500", "1.5"), buy("b", "-12.35", "2")));

        assertThat(result.price()).isEqualTo("-12.34567");
        assertThat(accepted(result, "s")).isEqualTo("[1.5] = 1.5");
        assertThat(accepted(result, "b")).isEqualTo("[0.0] = 0.0");
    }

    @Test
    void priceTakerShouldRefuseOrdersWhenTheyBreakTheLimits() {
        Exchange exchange = Exchange.priceTaker(Books.SDAC, BigDecimal.TEN);

        assertThatThrownBy(() -> exchange.clear(List.of(sell("s", "5000", "1"))))
                .isInstanceOf(InvalidBookException.class);
    }

    @Test
    void orderBookShouldMoveThePriceWhenOurSaleIsMarginal() {
        Exchange exchange = Exchange.holding(book("0", sell("other", "10", "5", "80", "5"), buy("load", "100", "8")));

        AuctionResult result = exchange.clear(List.of(sell("ours", "60", "4")));

        assertThat(result.price()).isEqualTo("60.00");
        assertThat(result.acceptances()).containsOnlyKeys("ours");
        assertThat(accepted(result, "ours")).isEqualTo("[3.0] = 3.0");
    }

    @Test
    void orderBookShouldRefuseOurOrderWhenItsIdIsTaken() {
        Exchange exchange = Exchange.holding(book("0", sell("a", "10", "5")));

        assertThatThrownBy(() -> exchange.clear(List.of(buy("a", "60", "4"))))
                .isInstanceOf(InvalidBookException.class)
                .hasMessageContaining("order a appears more than once");
    }

    private static String accepted(AuctionResult result, String orderId) {
        Acceptance acceptance = result.acceptance(orderId);
        return acceptance.acceptedStepsMw() + " = " + acceptance.acceptedMw();
    }
}
