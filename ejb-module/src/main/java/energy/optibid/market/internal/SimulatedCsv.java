package energy.optibid.market.internal;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.PriceSimulator;
import energy.optibid.market.RuleSet;
import energy.optibid.market.SimulatedPeriod;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The simulator's days as the CSV that the import takes. */
public final class SimulatedCsv {
    private final PriceSimulator simulator;
    private final List<RuleSet> rules;

    /** With the rules of one product in order of their days. */
    public SimulatedCsv(PriceSimulator simulator, List<RuleSet> rules) {
        this.simulator = simulator;
        this.rules = List.copyOf(rules);
    }

    /** How to import it. */
    public static CsvMapping mapping(String productCode, String zoneCode) {
        return CsvMapping.of(productCode, zoneCode, "time", ZoneOffset.UTC)
                .price("price")
                .fundamental("load", "load")
                .fundamental("wind-solar", "wind-solar")
                .simulated()
                .build();
    }

    /** Writes the header and the days from first to last, both included; days without rules are left out. */
    public void write(LocalDate first, LocalDate last, Appendable out) throws IOException {
        out.append("time,price,load,wind-solar\n");
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (RuleSet ruleSet : rules) {
                if (ruleSet.appliesOn(day)) {
                    writeDay(simulator.day(ruleSet, day), out);
                }
            }
        }
    }

    private static void writeDay(List<SimulatedPeriod> periods, Appendable out) throws IOException {
        for (SimulatedPeriod period : periods) {
            out.append(period.period().start().toString())
                    .append(',')
                    .append(period.price().toPlainString())
                    .append(',')
                    .append(period.loadMw().toPlainString())
                    .append(',')
                    .append(period.windSolarMw().toPlainString())
                    .append('\n');
        }
    }
}
