package energy.optibid.identity.internal.login;

import energy.optibid.identity.Visitor;
import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.Sql;
import energy.optibid.platform.SecretToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code known_places}, of an organisation that the transaction has entered. */
final class PlaceTable {
    /** Longer than the holidays; as long as the browser keeps its cookie. */
    static final Duration REMEMBERED = Duration.ofDays(180);

    /** Of each kind; programs that log in without keeping the cookie are new each time. */
    private static final int MOST = 20;

    private static final String OF_USER = " where organisation_id = ? and user_id = ? and kind = ?";
    private static final String KNOWS =
            "select 1 from known_places" + OF_USER + " and place = decode(?, 'hex') and last_at > ?";
    private static final String REMEMBER =
            "insert into known_places (organisation_id, user_id, kind, place, first_at, last_at)"
                    + " values (?, ?, ?, decode(?, 'hex'), ?, ?)"
                    + " on conflict (organisation_id, user_id, kind, place) do update set last_at = excluded.last_at";
    private static final String FORGET = "delete from known_places" + OF_USER
            + " and place in (select place from known_places" + OF_USER + " order by last_at desc, place offset ?)";

    /** The visitor's browser where the owner used it before, else the network, which may be known too. */
    Place recognise(Connection connection, Account account, Visitor visitor, Instant now) throws SQLException {
        Optional<Place> device = Place.device(visitor);
        if (device.isPresent() && knows(connection, account, device.get(), now)) {
            return device.get().asKnown();
        }
        Place network = Place.network(visitor);
        return knows(connection, account, network, now) ? network.asKnown() : network;
    }

    /** The owner has logged in with this browser, from this network. */
    Welcome welcome(Connection connection, Account account, Visitor visitor, Instant now) throws SQLException {
        Place network = Place.network(visitor);
        boolean newNetwork = !knows(connection, account, network, now);
        remember(connection, account, network, now);
        Optional<Place> device = Place.device(visitor);
        if (device.isPresent() && knows(connection, account, device.get(), now)) {
            remember(connection, account, device.get(), now);
            return new Welcome(Optional.empty(), false, newNetwork);
        }
        boolean wasHere = hasAny(connection, account);
        SecretToken given = SecretToken.next(Place.DEVICE_PREFIX);
        remember(connection, account, Place.device(given), now);
        return new Welcome(Optional.of(given.text()), wasHere, newNetwork);
    }

    /** Whether the owner has logged in before, with whichever browser. */
    private static boolean hasAny(Connection connection, Account account) throws SQLException {
        return Sql.one(
                        connection,
                        "select 1 from known_places" + OF_USER + " limit 1",
                        row -> true,
                        account.organisationId(),
                        account.userId(),
                        Place.Kind.DEVICE.code())
                .isPresent();
    }

    private static void remember(Connection connection, Account account, Place place, Instant now) throws SQLException {
        UUID organisation = account.organisationId();
        UUID user = account.userId();
        String kind = place.kind().code();
        Sql.update(connection, REMEMBER, organisation, user, kind, place.hash(), now, now);
        Sql.update(connection, FORGET, organisation, user, kind, organisation, user, kind, MOST);
    }

    private static boolean knows(Connection connection, Account account, Place place, Instant now) throws SQLException {
        return Sql.one(
                        connection,
                        KNOWS,
                        row -> true,
                        account.organisationId(),
                        account.userId(),
                        place.kind().code(),
                        place.hash(),
                        now.minus(REMEMBERED))
                .isPresent();
    }
}
