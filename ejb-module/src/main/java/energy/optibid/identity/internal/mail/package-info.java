/** The queue of mails: their texts, the table, and how they get to a mail server. */
@NullMarked
package energy.optibid.identity.internal.mail;

import org.jspecify.annotations.NullMarked;
