package energy.optibid.identity.internal.audit;

import energy.optibid.liquibase.audit.ChainReport;
import energy.optibid.liquibase.audit.ChainVerification;
import energy.optibid.platform.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What the chain over the audit trail costs: sealing, verifying, and the writers beside a sealer. */
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class AuditBenchmark {
    private static final int ENTRIES = 100_000;

    /** One organisation with entries, some 600 bytes each. */
    @State(Scope.Benchmark)
    public static class Trail {
        UUID organisation = new UUID(0, 0);

        @Setup(Level.Iteration)
        public void fill() throws SQLException {
            organisation = AuditPostgres.shared().newOrganisation();
            try (Connection owner = AuditPostgres.shared().owner();
                    PreparedStatement entries = owner.prepareStatement("insert into audit_entries (id, organisation_id,"
                            + " user_id, at, action, subject_type, subject_id, address, user_agent, request_id, old_values,"
                            + " new_values) select gen_random_uuid(), ?, gen_random_uuid(), clock_timestamp(),"
                            + " 'asset.update', 'asset', n::text, '192.0.2.7', 'Mozilla/5.0', n::text,"
                            + " json_build_object('a', repeat('x', 150)), json_build_object('a', repeat('y', 150))"
                            + " from generate_series(1, " + ENTRIES + ") n")) {
                entries.setObject(1, organisation);
                entries.executeUpdate();
                try (Statement statement = owner.createStatement()) {
                    statement.execute("insert into audit_unsealed select organisation_id, id from audit_entries"
                            + " where organisation_id = '" + organisation + "'");
                    statement.execute("analyze audit_entries, audit_unsealed");
                }
            }
        }
    }

    /** The same, sealed. */
    @State(Scope.Benchmark)
    public static class Chain extends Trail {
        @Setup(Level.Iteration)
        @Override
        public void fill() throws SQLException {
            super.fill();
            sealAll(organisation);
            try (Connection owner = AuditPostgres.shared().owner();
                    Statement statement = owner.createStatement()) {
                statement.execute("vacuum analyze audit_entries, audit_seals, audit_unsealed");
            }
        }
    }

    /** A sealer that runs beside the writers every half second, or none. */
    @State(Scope.Benchmark)
    public static class Sealer {
        @Param({"false", "true"})
        boolean sealing;

        UUID organisation = new UUID(0, 0);
        private final AtomicBoolean stopped = new AtomicBoolean();
        private Thread thread = new Thread();

        @Setup(Level.Trial)
        public void start() throws SQLException {
            organisation = AuditPostgres.shared().newOrganisation();
            if (sealing) {
                thread = new Thread(this::run);
                thread.start();
            }
        }

        @TearDown(Level.Trial)
        public void stop() throws InterruptedException {
            stopped.set(true);
            thread.join();
        }

        private void run() {
            while (!stopped.get()) {
                try {
                    sealAll(organisation);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }

    /** A writer's own connection. */
    @State(Scope.Thread)
    public static class Writer {
        @SuppressWarnings("NullAway.Init")
        Connection connection;

        @Setup(Level.Trial)
        public void connect() throws SQLException {
            connection = AuditPostgres.shared().owner();
            connection.setAutoCommit(false);
        }

        @TearDown(Level.Trial)
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** Entries a second, in batches with commits. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @OperationsPerInvocation(ENTRIES)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public int seal(Trail trail) throws SQLException {
        return sealAll(trail.organisation);
    }

    /** One walk along the chain. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @OperationsPerInvocation(ENTRIES)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public ChainReport verify(Chain chain) throws SQLException {
        try (Connection application = AuditPostgres.shared().application(chain.organisation)) {
            ChainReport report =
                    new ChainVerification(application, AuditPostgres.KEYS).verify(chain.organisation, Optional.empty());
            if (report.sealed() != ENTRIES || !report.isIntact()) {
                throw new IllegalStateException(report.toString());
            }
            return report;
        }
    }

    /** Transactions of one entry each, of eight writers of one organisation together. */
    @Benchmark
    @Threads(8)
    @BenchmarkMode(Mode.Throughput)
    @Warmup(iterations = 1, time = 5)
    @Measurement(iterations = 3, time = 5)
    public UUID write(Sealer sealer, Writer writer) throws SQLException {
        UUID id = Ids.next();
        AuditPostgres.write(writer.connection, sealer.organisation, id);
        writer.connection.commit();
        return id;
    }

    private static int sealAll(UUID organisation) throws SQLException {
        int all = 0;
        int sealed = ChainSealer.BATCH;
        while (sealed == ChainSealer.BATCH) {
            sealed = AuditPostgres.shared().seal(organisation, AuditPostgres.KEYS);
            all += sealed;
        }
        return all;
    }
}
