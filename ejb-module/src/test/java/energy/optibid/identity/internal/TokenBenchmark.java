package energy.optibid.identity.internal;

import energy.optibid.identity.GrantedAccess;
import energy.optibid.identity.InspectedToken;
import energy.optibid.platform.Environment;
import energy.optibid.platform.SecretToken;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Vault;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the check of an access token adds to a request, and what one costs to make. Run with {@code mvn -B -q -Pbench -pl
 * ejb-module -am test -Dbench=TokenBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class TokenBenchmark {
    private final TokenBench bench = new TokenBench();
    private final String good = bench.good();
    private final String forged = good.substring(0, good.length() - 8) + "AAAAAAAA";
    private final String unknownKey = bench.signed(header -> header.put("kid", "unknown"), claims -> {});
    private final Vault vault = Vault.of(new Settings(unset -> Optional.empty()), Environment.DEVELOPMENT);
    private final byte[] sealed = vault.seal("totp", new byte[20]);

    /** A token of ours that was seen before, as with nearly every request: parse, key, claims. */
    @Benchmark
    public InspectedToken check() {
        return bench.inspect(good);
    }

    /** One whose signature is wrong: what verifying a signature costs. */
    @Benchmark
    public InspectedToken checkForged() {
        return bench.inspect(forged);
    }

    /** The same for one that names no key of ours: what an attacker's flood costs each. */
    @Benchmark
    public InspectedToken checkUnknownKey() {
        return bench.inspect(unknownKey);
    }

    /** An access token: once per log-in and refresh. */
    @Benchmark
    public GrantedAccess grant() {
        return bench.granted();
    }

    /** A refresh token with its hash. */
    @Benchmark
    public byte[] refreshToken() {
        return SecretToken.next("obr").sha256();
    }

    /** A small secret out of the vault. */
    @Benchmark
    public byte[] open() {
        return vault.open("totp", sealed);
    }
}
