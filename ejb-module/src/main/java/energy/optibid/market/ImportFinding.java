package energy.optibid.market;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One reason to refuse a file.
 *
 * @param line 1-based line of the file, absent where the file as a whole is meant
 * @param column as the mapping names it, absent where the row as a whole is meant
 * @param message the fact in one sentence
 * @param value what the cell holds, shortened; absent where no cell is meant
 */
public record ImportFinding(
        ImportErrorCode code, OptionalLong line, Optional<String> column, String message, Optional<String> value) {

    /** A finding about the whole file. */
    public static ImportFinding ofFile(ImportErrorCode code, String message) {
        return new ImportFinding(code, OptionalLong.empty(), Optional.empty(), message, Optional.empty());
    }

    /** Where it is, for people: {@code line 17, column price}, {@code line 17} or {@code file}. */
    public String path() {
        if (line.isEmpty()) {
            return column.map(name -> "column " + name).orElse("file");
        }
        String place = "line " + line.getAsLong();
        return column.map(name -> place + ", column " + name).orElse(place);
    }
}
