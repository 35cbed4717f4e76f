/** The auction engine, plain Java without a container, and the built-in exchange. */
@NullMarked
package energy.optibid.clearing;

import org.jspecify.annotations.NullMarked;
