package energy.optibid.web.rest.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which form a list is answered. */
public enum ListFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV(ListFormat.CSV_TYPE),
    XLSX(ListFormat.XLSX_TYPE);

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** No table has more rows. */
    public static final int MAX_ROWS = 10_000;

    private final String mediaType;

    ListFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What the parameter {@code format} says, else what {@code Accept} likes best. */
    public static ListFormat of(@Nullable ListFormat asked, HttpHeaders headers) {
        return Optional.ofNullable(asked)
                .orElseGet(() -> headers.getAcceptableMediaTypes().stream()
                        .map(ListFormat::liked)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(JSON));
    }

    private static Optional<ListFormat> liked(MediaType type) {
        if (type.isWildcardType() || type.isWildcardSubtype()) {
            return Optional.of(JSON);
        }
        for (ListFormat format : values()) {
            if (MediaType.valueOf(format.mediaType).isCompatible(type)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
