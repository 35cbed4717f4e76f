package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LogContextTest {
    private static final UUID ORGANISATION = new UUID(1, 1);
    private static final UUID USER = new UUID(2, 2);

    @Test
    void contextShouldBeOfBeforeWhenItIsLeft() {
        LogContext request = LogContext.ofRequest("r-1", Optional.of("a".repeat(32)));

        LogContext.Scope outer = request.enter();
        LogContext.Scope inner = LogContext.current().of(ORGANISATION, USER).enter();

        assertThat(LogContext.current().requestId()).contains("r-1");
        assertThat(LogContext.current().userId()).contains(USER);
        inner.leave();
        assertThat(LogContext.current()).isEqualTo(request);
        outer.leave();
        assertThat(LogContext.current()).isEqualTo(LogContext.none());
    }

    @Test
    void contextShouldBeOfItsThreadAlone() {
        LogContext.Scope scope = LogContext.ofRequest("r-1", Optional.empty()).enter();
        try {
            assertThat(CompletableFuture.supplyAsync(LogContext::current).join())
                    .isEqualTo(LogContext.none());
        } finally {
            scope.leave();
        }
    }

    @Test
    void requestShouldBeUnknownWhenItsIdIsEmpty() {
        assertThat(LogContext.ofRequest("", Optional.empty())).isEqualTo(LogContext.none());
    }
}
