package energy.optibid.seed;

import energy.optibid.bidding.BidDesk;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.SampleRuns;
import energy.optibid.identity.Role;
import energy.optibid.identity.SampleAccounts;
import energy.optibid.identity.SampleUser;
import energy.optibid.market.Coverage;
import energy.optibid.market.MarketDataImports;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceBook;
import energy.optibid.market.Product;
import energy.optibid.market.RuleSet;
import energy.optibid.platform.Actor;
import energy.optibid.portfolio.SamplePlants;
import energy.optibid.seed.PriceBlocks.Block;
import energy.optibid.seed.container.Domain;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Adds what is missing, through the facades of the domain, in the order in which one needs the other. */
final class Seed {
    /** The facades that it asks the domain for. */
    static final List<Class<?>> FACADES = List.of(
            BidDesk.class,
            MarketDataImports.class,
            Markets.class,
            PriceBook.class,
            SampleAccounts.class,
            SamplePlants.class,
            SampleRuns.class);

    /** Has prices from nobody but this command: the demo and the simulator work in another zone. */
    private static final String OWN_ZONE = "FR";

    private final Domain domain;
    private final DataSource database;
    private final Clock clock;
    private final PrintStream out;

    Seed(Domain domain, DataSource database, Clock clock, PrintStream out) {
        this.domain = domain;
        this.database = database;
        this.clock = clock;
        this.out = out;
    }

    void run(Options options) throws SQLException {
        accounts();
        plants();
        LocalDate until = options.until().orElseGet(this::lastDay);
        prices(options.scale(), until);
        bids(until);
    }

    private void accounts() {
        SampleAccounts accounts = domain.get(SampleAccounts.class);
        long added = SampleAccounts.USERS.stream().filter(accounts::add).count();
        out.println("accounts  %d organisations, %d users: %d users added"
                .formatted(SampleAccounts.ORGANISATIONS.size(), SampleAccounts.USERS.size(), added));
    }

    private void plants() {
        SamplePlants plants = domain.get(SamplePlants.class);
        int added = 0;
        for (Plants wanted : Plants.ALL) {
            Actor administrator = actor(wanted.organisation(), Role.ADMINISTRATOR);
            added += plants.add(administrator, wanted.settling()) + plants.add(administrator, wanted.waiting());
        }
        out.println("plants    %d sites with an asset of each kind: %d sites and assets added"
                .formatted(2 * Plants.ALL.size(), added));
    }

    /** That of an earlier run, so that a later one changes nothing. */
    private LocalDate lastDay() {
        return domain.get(PriceBook.class)
                .coverage(SeededPrices.PRODUCT, OWN_ZONE)
                .filter(Coverage::simulated)
                .map(Coverage::lastDeliveryDate)
                .orElseGet(() -> rules().lastPublishedDay(clock.instant()));
    }

    private RuleSet rules() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return domain.get(Markets.class).rules(SeededPrices.PRODUCT, today);
    }

    private void prices(int scale, LocalDate until) throws SQLException {
        List<String> zones = domain.get(Markets.class).products().stream()
                .filter(product -> product.code().equals(SeededPrices.PRODUCT))
                .map(Product::zoneCodes)
                .findFirst()
                .orElseThrow();
        SeededPrices prices = new SeededPrices(database, domain.get(MarketDataImports.class), rules());
        List<Block> blocks = PriceBlocks.of(scale, until, zones);
        long all = blocks.stream().mapToLong(prices::size).sum();
        Progress progress = new Progress(out, clock, all);
        for (int i = 0; i < blocks.size(); i++) {
            long added = prices.add(blocks.get(i), i < PriceBlocks.ZONES.size());
            progress.advance(prices.size(blocks.get(i)), added);
        }
    }

    private void bids(LocalDate until) {
        SamplePlants plants = domain.get(SamplePlants.class);
        Map<BidState, Long> states = new EnumMap<>(BidState.class);
        int added = 0;
        for (Plants wanted : Plants.ALL) {
            Actor trader = actor(wanted.organisation(), Role.TRADER);
            SeededBids bids = new SeededBids(domain.get(BidDesk.class), domain.get(SampleRuns.class), trader, until);
            added += bids.add(
                    plants.batteries(trader, wanted.settling().name()),
                    plants.batteries(trader, wanted.waiting().name()));
            bids.states().forEach((state, count) -> states.merge(state, count, Long::sum));
        }
        out.println("bids      " + added + " bid runs added; bids by state: "
                + Arrays.stream(BidState.values())
                        .map(state -> state.code() + " " + states.getOrDefault(state, 0L))
                        .collect(Collectors.joining(", ")));
    }

    private Actor actor(String organisation, String role) {
        SampleUser user = SampleAccounts.USERS.stream()
                .filter(known -> known.organisation().equals(organisation)
                        && known.roles().contains(role))
                .findFirst()
                .orElseThrow();
        return domain.get(SampleAccounts.class).actor(user);
    }
}
