/** Where connections are counted. */
@NullMarked
package energy.optibid.push.internal;

import org.jspecify.annotations.NullMarked;
