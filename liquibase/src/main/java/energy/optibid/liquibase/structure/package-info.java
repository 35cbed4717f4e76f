/** What a database is made of, against what the changelogs make. */
@NullMarked
package energy.optibid.liquibase.structure;

import org.jspecify.annotations.NullMarked;
