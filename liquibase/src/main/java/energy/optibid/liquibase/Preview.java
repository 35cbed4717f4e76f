package energy.optibid.liquibase;

import java.io.StringWriter;
import java.io.Writer;

/** The SQL of a migration as a script that does the same when it is run by hand. */
final class Preview {

    private Preview() {}

    interface Work {
        void write(Writer sql) throws Exception;
    }

    static String of(Work work) throws Exception {
        StringWriter sql = new StringWriter();
        work.write(sql);
        return String.join(
                "\n",
                "-- Run it as the owner of the schema, while nobody else migrates.",
                "set time zone 'UTC';",
                ForcedRowSecurity.LIFT + ";",
                sql.toString().strip(),
                "-- Row-level security binds the owner of the tables again.",
                ForcedRowSecurity.FORCE + ";",
                "");
    }
}
