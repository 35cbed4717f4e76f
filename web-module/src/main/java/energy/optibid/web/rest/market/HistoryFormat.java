package energy.optibid.web.rest.market;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** In which form a history is answered. */
public enum HistoryFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV(CsvTypes.CSV),
    XLSX(CsvTypes.XLSX),
    ARROW(CsvTypes.ARROW);

    private final String mediaType;

    HistoryFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        MediaType type = MediaType.valueOf(mediaType);
        return this == CSV ? type.withCharset("utf-8") : type;
    }

    /** The one that is asked for, or the one whose media type the client likes best; JSON for who takes anything. */
    static HistoryFormat of(@Nullable HistoryFormat asked, HttpHeaders headers) {
        if (asked != null) {
            return asked;
        }
        MediaType preferred = headers.getAcceptableMediaTypes().get(0);
        return Arrays.stream(values())
                .filter(format -> !preferred.isWildcardType() && !preferred.isWildcardSubtype())
                .filter(format -> preferred.isCompatible(MediaType.valueOf(format.mediaType)))
                .findFirst()
                .orElse(JSON);
    }
}
