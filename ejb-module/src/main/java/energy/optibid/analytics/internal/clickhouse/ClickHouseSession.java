package energy.optibid.analytics.internal.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Statements in OptiBid's database of a ClickHouse. Whatever fails is an unchecked exception with the server's words. */
final class ClickHouseSession {
    /** The client's own limits end a call before; this is for a client that does not. */
    private static final long MINUTES = 5;

    private final Supplier<Client> client;
    private final String database;

    ClickHouseSession(Supplier<Client> client, String database) {
        this.client = client;
        this.database = database;
    }

    /** Name of a table with its database. */
    String table(String name) {
        return database + "." + name;
    }

    String database() {
        return database;
    }

    void execute(String sql, Map<String, Object> parameters) {
        close(await(client.get().query(sql, parameters, new QuerySettings())));
    }

    List<GenericRecord> query(String sql, Map<String, Object> parameters) {
        return client.get().queryAll(sql, parameters, new QuerySettings());
    }

    /** Rows as tab-separated text. */
    void insert(String table, CharSequence rows) {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        close(await(client.get()
                .insert(
                        table(table),
                        new ByteArrayInputStream(bytes),
                        ClickHouseFormat.TabSeparated,
                        new InsertSettings())));
    }

    /** A list of codes, which have neither quotes nor backslashes, as a parameter. */
    static String array(List<String> codes) {
        return "['" + String.join("','", codes) + "']";
    }

    /** What an answer says besides that the statement is done is not needed. */
    private static void close(AutoCloseable answer) {
        try {
            answer.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static <T> T await(CompletableFuture<T> call) {
        return call.orTimeout(MINUTES, TimeUnit.MINUTES).join();
    }
}
