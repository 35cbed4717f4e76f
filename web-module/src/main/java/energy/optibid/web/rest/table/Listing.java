package energy.optibid.web.rest.table;

import energy.optibid.web.rest.PageQuery;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list that is answered as a page of JSON, or from a place on as a file: CSV or XLSX.
 *
 * @param name of the file, without its ending
 * @param type of an item
 * @param json an item of what was read
 * @param cursor the cursor of the place of what was read
 */
public record Listing<P, D, J extends Record>(
        String name, Class<J> type, Function<D, J> json, Function<D, String> cursor) {

    /** Reads at most so many, after a place, or from the first on. */
    @FunctionalInterface
    public interface Reader<P, D> {
        List<D> read(int limit, Optional<P> after);
    }

    /** The answer: a page, or the first 10,000 rows of a file. */
    public Response answer(ListFormat format, PageQuery<P> page, Reader<P, D> reader) {
        if (format == ListFormat.JSON) {
            return Response.ok(
                            page.page(reader.read(page.oneMore(), page.after()), json, cursor),
                            MediaType.APPLICATION_JSON)
                    .build();
        }
        List<J> rows = reader.read(ListFormat.MAX_ROWS, page.after()).stream()
                .map(json)
                .toList();
        return new Table<>(type, rows).answer(format, name);
    }
}
