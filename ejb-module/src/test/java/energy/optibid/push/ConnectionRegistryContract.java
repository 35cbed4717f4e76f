package energy.optibid.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts connections, wherever it keeps them. */
public abstract class ConnectionRegistryContract {
    private static final Counted ADA = new Counted(Counted.Kind.USER, "ada");
    private static final Counted BEN = new Counted(Counted.Kind.USER, "ben");

    protected abstract ConnectionRegistry registry();

    @Test
    void enterShouldRefuseOneMoreThanAreAllowed() {
        ConnectionRegistry registry = registry();

        assertThat(registry.enter(ADA, 2)).isTrue();
        assertThat(registry.enter(ADA, 2)).isTrue();
        assertThat(registry.enter(ADA, 2)).isFalse();
        assertThat(registry.enter(BEN, 2)).as("another user").isTrue();
        assertThat(registry.enter(new Counted(Counted.Kind.ADDRESS, "ada"), 2)).isTrue();
    }

    @Test
    void leaveShouldMakeRoomAndNeverForMoreThanHaveLeft() {
        ConnectionRegistry registry = registry();
        registry.leave(ADA);
        registry.enter(ADA, 1);
        assertThat(registry.enter(ADA, 1)).isFalse();

        registry.leave(ADA);
        registry.leave(ADA);

        assertThat(registry.enter(ADA, 1)).isTrue();
        assertThat(registry.enter(ADA, 1)).isFalse();
    }

    @Test
    void nodesShouldTellWhatWasToldLast() {
        ConnectionRegistry registry = registry();
        assertThat(registry.nodes()).isEmpty();

        registry.renew(new NodeConnections("one", 3, Map.of("DE_LU", 2, "FI", 1)), Map.of());
        registry.renew(new NodeConnections("one", 4, Map.of("FI", 4)), Map.of());

        assertThat(registry.nodes()).containsExactly(new NodeConnections("one", 4, Map.of("FI", 4)));
    }
}
