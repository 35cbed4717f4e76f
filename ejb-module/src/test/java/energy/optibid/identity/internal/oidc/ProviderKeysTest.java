package energy.optibid.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import energy.optibid.platform.Environment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderKeysTest {
    private static final ECKey FIRST = key("first");
    private static final ECKey SECOND = key("second");

    private final StubProvider stub = new StubProvider();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private final ProviderKeys keys = new ProviderKeys(
            new ProviderHttp(ProviderHttpTest.addresses(Environment.DEVELOPMENT, "")), new MovableClock(now));

    @BeforeEach
    void publish() {
        stub.answer("/keys", new JWKSet(FIRST).toString());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void keysShouldBeAskedForOnceWhenTheyAreKnown() {
        assertThat(ids("first")).containsExactly("first");
        assertThat(ids("first")).containsExactly("first");
        assertThat(stub.requests).hasValue(1);

        pass(ProviderKeys.REMEMBERED);

        assertThat(ids("first")).containsExactly("first");
        assertThat(stub.requests).hasValue(2);
    }

    @Test
    void newKeyShouldBeFoundWhenTheProviderHasRotated() {
        assertThat(ids("first")).containsExactly("first");
        stub.answer("/keys", new JWKSet(List.of(FIRST, SECOND)).toString());
        pass(ProviderKeys.BETWEEN_REFRESHES);

        assertThat(ids("second")).containsExactly("second");
        assertThat(stub.requests).hasValue(2);
    }

    @Test
    void providerShouldBeSparedWhenUnknownKeyIdsFlood() {
        for (int i = 0; i < 1000; i++) {
            assertThat(ids("invented-" + i)).isEmpty();
        }
        assertThat(stub.requests).hasValue(1);

        pass(ProviderKeys.BETWEEN_REFRESHES);

        for (int i = 0; i < 1000; i++) {
            assertThat(ids("invented-" + i)).isEmpty();
        }
        assertThat(stub.requests).hasValue(2);
    }

    @Test
    void tokenWithoutKeyIdShouldBeTakenOnlyWhenThereIsOneKey() {
        JWSHeader header = new JWSHeader(JWSAlgorithm.ES256);
        assertThat(keys.at(stub.uri("/keys")).keysFor(header)).hasSize(1);

        stub.answer("/keys", new JWKSet(List.of(FIRST, SECOND)).toString());
        pass(ProviderKeys.REMEMBERED);

        assertThat(keys.at(stub.uri("/keys")).keysFor(header)).isEmpty();
    }

    @Test
    void keysShouldFailWhenTheProviderPublishesSomethingElse() {
        stub.answer("/keys", "{\"keys\":7}");

        assertThatThrownBy(() -> ids("first")).isInstanceOf(ProviderFailedException.class);
    }

    private List<String> ids(String keyId) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build();
        return keys.at(stub.uri("/keys")).keysFor(header).stream()
                .map(key -> String.valueOf(key.getKeyID()))
                .toList();
    }

    private void pass(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }

    private static ECKey key(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stands still until the test moves it. */
    private static final class MovableClock extends Clock {
        private final AtomicReference<Instant> now;

        MovableClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
        }
    }
}
