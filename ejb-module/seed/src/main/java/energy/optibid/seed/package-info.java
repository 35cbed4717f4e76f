/** The command that fills the database of a test system with sample data. */
@NullMarked
package energy.optibid.seed;

import org.jspecify.annotations.NullMarked;
