package energy.optibid.market;

import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.RuleChange;
import energy.optibid.market.internal.RuleJournal;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Keeps the rules of the markets; for operators. A rule set is never changed: another one takes its place from a
 * delivery day on whose gate is still to close. An auction that somebody has bid in keeps the rules under which it was
 * opened. Each change has its audit entry and its event in its transaction.
 */
@Stateless
@OrganisationBound
public class RuleBook {

    @Inject
    MarketDatabase database;

    @Inject
    RuleJournal journal;

    @Inject
    Clock clock;

    /**
     * Adds a rule set, and ends the one that was in force on its first day; events {@code RuleSetAdded} and {@code RuleSetEnded}.
     *
     * @throws UnknownProductException where there is no such product
     * @throws RulesRefusedException with everything that is wrong with it
     * @throws RuleSetsOverlapException where it would run into the next one, or begin with another
     * @throws RulesInForceException where the gate for its first day has closed under other rules
     */
    public RuleSet add(Actor actor, RuleSet wanted) {
        Optional<RuleSet> ended = database.read(connection -> new RuleChange(connection, clock.instant()).add(wanted));
        ended.ifPresent(before -> journal.ended(actor, before, before.until(wanted.validFrom())));
        journal.added(actor, wanted);
        return wanted;
    }

    /**
     * Ends a rule set before its end; event {@code RuleSetEnded}.
     *
     * @param validFrom its first delivery day
     * @param validTo the first delivery day after it
     * @throws UnknownProductException where there is no such product
     * @throws RuleSetNotFoundException where no rule set of the product begins then
     * @throws RulesRefusedException where it does not end earlier by that
     * @throws RulesInForceException where the gate for the first day after it has closed
     */
    public RuleSet end(Actor actor, String productCode, LocalDate validFrom, LocalDate validTo) {
        RuleSet before = database.read(
                connection -> new RuleChange(connection, clock.instant()).end(productCode, validFrom, validTo));
        RuleSet after = before.until(validTo);
        journal.ended(actor, before, after);
        return after;
    }
}
