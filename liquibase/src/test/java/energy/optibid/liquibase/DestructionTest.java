package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestructionTest {
    private static final String CHANGESET = "factors-0.2-kept-answers";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table bids",
                "DROP TABLE IF EXISTS bids CASCADE;",
                "drop\n  table -- why\n bids",
                "drop schema old cascade",
                "drop materialized view prices_by_day",
                "drop type colour cascade",
                "alter table bids drop column side",
                "alter table only bids drop side",
                "alter table bids alter column side drop default, drop if exists note",
                "alter table bids drop constraint a, add column b text, drop column c",
                "truncate bids",
                "truncate table only bids restart identity",
                "delete from bids",
                "delete from bids b using runs r",
                "delete from bids where true",
                "delete from bids where 1=1",
                "with gone as (delete from bids returning *) insert into old select * from gone where side = 'buy'",
                "do $$ begin drop table bids; end $$",
                "do language plpgsql $x$ begin execute format('drop table %I', 'bids'); end $x$",
                "do 'begin truncate bids; end'",
            })
    void statementShouldCountWhenItTakesDataAway(String sql) {
        assertThat(Destruction.in("create table a (b text);\n" + sql + "\n;insert into a values ('c')"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table bids (run_id uuid references runs (id) on delete cascade)",
                "alter table bids drop constraint a, add constraint a foreign key (b) references c (d) on delete cascade",
                "alter table bids alter column side drop not null, alter column note drop default",
                "alter table bids alter column n drop identity if exists, alter column m drop expression",
                "drop index bids_by_run",
                "drop policy organisation on bids",
                "drop function f(text)",
                "drop trigger t on bids",
                "drop view v",
                "delete from bids where side = 'buy'",
                "delete from bids b using runs r where r.id = b.run_id",
                "update bids set note = 'drop table bids; truncate bids'",
                "insert into notes values (E'it\\'s; drop table bids')",
                "-- drop table bids",
                "/* truncate bids; */ select 1",
                "comment on table bids is 'truncate'",
                "grant truncate on bids to somebody",
                "create function f() returns void language plpgsql as $$ begin delete from bids; end $$",
                "create function f() returns void language sql as 'truncate bids'",
                "select date_trunc('day', now())",
            })
    void statementShouldNotCountWhenItTakesNoDataAway(String sql) {
        assertThat(Destruction.in(sql)).isEmpty();
    }

    @Test
    void updateShouldRefuseWhatTakesDataAwayUnlessItIsAgreedTo() throws IOException, SQLException {
        try (TestPostgres postgres = TestPostgres.start()) {
            postgres.create("optibid");
            try (Connection owner = postgres.connect(TestPostgres.OWNER, "optibid")) {
                Schema schema = new Schema(owner);
                int all = schema.updateUnlessDestructive(Set.of()).size();
                List<AppliedChangeset> history = schema.history();
                int before = history.stream()
                        .map(applied -> applied.changeset().id())
                        .toList()
                        .indexOf(CHANGESET);
                schema.rollback(all - before);

                assertThatThrownBy(() -> schema.updateUnlessDestructive(Set.of("another")))
                        .isInstanceOf(DestructiveChangesetException.class)
                        .hasMessageStartingWith("Pending changesets take data away: " + CHANGESET
                                + " (db/changelog/factors-0.2.sql: truncate idempotency_keys)");
                assertThat(schema.history()).hasSize(before);

                Set<String> agreed = schema.pending().stream()
                        .filter(changeset -> !changeset.destroys().isEmpty())
                        .map(Changeset::id)
                        .collect(Collectors.toSet());
                assertThat(agreed).contains(CHANGESET);
                assertThat(schema.updateUnlessDestructive(agreed)).hasSize(all - before);
                assertThat(schema.verify().differences()).isEmpty();
            }
        }
    }

    @Test
    void changelogsShouldHoldSqlAlone() throws IOException, SQLException {
        try (TestPostgres postgres = TestPostgres.start()) {
            postgres.create("optibid");
            try (Connection owner = postgres.connect(TestPostgres.OWNER, "optibid")) {
                assertThat(new Schema(owner).pending())
                        .flatExtracting(Changeset::destroys)
                        .noneMatch(statement -> statement.toString().endsWith("which is not SQL"));
            }
        }
    }
}
