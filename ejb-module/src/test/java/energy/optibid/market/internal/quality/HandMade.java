package energy.optibid.market.internal.quality;

import energy.optibid.market.AuctionTimes;
import energy.optibid.market.GateTime;
import energy.optibid.market.QualityFinding;
import energy.optibid.market.QualityKind;
import energy.optibid.market.RuleSet;
import energy.optibid.market.SdacRules;
import energy.optibid.market.SeriesQuality;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** A series that a test writes down value by value, and what is found in it. */
final class HandMade {
    /** Before every deadline of the tests. */
    static final String EARLY = "2000-01-01T00:00:00Z";

    private final List<StoredValue> values = new ArrayList<>();
    private List<RuleSet> rules = SdacRules.ALL;
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private Duration frozen = Duration.ofHours(6);
    private int kept = 100;

    HandMade rules(RuleSet other) {
        rules = List.of(other);
        return this;
    }

    HandMade now(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    HandMade frozenHours(int hours) {
        frozen = Duration.ofHours(hours);
        return this;
    }

    HandMade kept(int most) {
        kept = most;
        return this;
    }

    HandMade value(String start, int minutes, String knownAt, String value) {
        values.add(
                new StoredValue(Instant.parse(start), minutes, Instant.parse(knownAt), new BigDecimal(value), false));
        return this;
    }

    HandMade value(String start, int minutes, String value) {
        return value(start, minutes, EARLY, value);
    }

    /** So many periods that follow one another, each known early. */
    HandMade run(String start, int minutes, int count, IntFunction<String> value) {
        Instant first = Instant.parse(start);
        for (int i = 0; i < count; i++) {
            value(first.plus(Duration.ofMinutes((long) minutes * i)).toString(), minutes, value.apply(i));
        }
        return this;
    }

    /** Takes the values away that begin then. */
    HandMade without(String... starts) {
        values.removeIf(value -> List.of(starts).contains(value.start().toString()));
        return this;
    }

    SeriesQuality look(String series, String firstDay, String lastDay) {
        List<TradingDay> days = LocalDate.parse(firstDay)
                .datesUntil(LocalDate.parse(lastDay).plusDays(1))
                .map(date -> TradingDay.of(
                        rules.stream()
                                .filter(each -> each.appliesOn(date))
                                .findFirst()
                                .orElseThrow(),
                        date))
                .toList();
        SeriesInspection inspection = new SeriesInspection(new QualitySeries(series), days, now, frozen, kept);
        values.stream()
                .sorted(Comparator.comparing(StoredValue::start).thenComparing(StoredValue::knownAt))
                .forEach(inspection::accept);
        return inspection.finish();
    }

    /** What was found of a kind, as {@code start/end periods detail}. */
    List<String> found(QualityKind kind, String series, String firstDay, String lastDay) {
        return found(kind, look(series, firstDay, lastDay));
    }

    static List<String> found(QualityKind kind, SeriesQuality quality) {
        return quality.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(HandMade::text)
                .toList();
    }

    private static String text(QualityFinding finding) {
        return finding.start() + "/" + finding.end() + " " + finding.periods() + " " + finding.detail();
    }

    /** The value of an hour that no other hour of the day has. */
    static String hourly(int hour) {
        return (50 + hour) + ".50";
    }

    /** The rules of the European auction, with other times. */
    static RuleSet like(
            String timeZone, MarketTimeUnit unit, OptionalInt session, String closure, Optional<String> results) {
        RuleSet sdac = SdacRules.ALL.get(1);
        return new RuleSet(
                "TEST",
                LocalDate.of(2010, 1, 1),
                Optional.empty(),
                ZoneId.of(timeZone),
                unit,
                "EUR",
                new AuctionTimes(session, Optional.empty(), GateTime.parse(closure), results.map(GateTime::parse)),
                sdac.orders(),
                sdac.sources());
    }
}
