/** What is pushed to clients as it happens: who is connected, who is subscribed to what, and what waits for whom. */
@NullMarked
package energy.optibid.push;

import org.jspecify.annotations.NullMarked;
