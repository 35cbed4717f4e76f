package energy.optibid.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The matrix of roles and operations in docs/reference/access.md, which a unit test holds to the code. */
final class AccessMatrix {
    private static final Path PAGE = Path.of("../docs/reference/access.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z]+) (/\\S+)` \\|(.*)\\|$", Pattern.MULTILINE);
    private static final List<String> ROLES =
            List.of("viewer", "analyst", "trader", "approver", "administrator", "operator");

    private AccessMatrix() {}

    /**
     * One operation.
     *
     * @param path below {@code /api/v1}
     * @param roles that may call it; all where it is open
     */
    record Operation(String method, String path, boolean open, Set<String> roles) {
        String key() {
            return method + " " + path;
        }

        boolean hasId() {
            return path.contains("{");
        }

        /** The address with every parameter of the path replaced. */
        String address(String id) {
            return "/api/v1" + path.replaceAll("\\{\\w+}", id);
        }
    }

    static List<String> roles() {
        return ROLES;
    }

    static List<Operation> operations() {
        try {
            return ROW.matcher(Files.readString(PAGE))
                    .results()
                    .map(row -> operation(row.group(1), row.group(2), row.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operation operation(String method, String path, String row) {
        List<String> cells =
                Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
        Set<String> roles = new LinkedHashSet<>();
        for (int i = 0; i < ROLES.size(); i++) {
            if (cells.get(i + 1).equals("yes")) {
                roles.add(ROLES.get(i));
            }
        }
        return new Operation(method, path, cells.get(0).equals("open"), roles);
    }
}
