package energy.optibid.liquibase;

import java.util.List;
import java.util.stream.Collectors;

/** Changesets take data away for good and nobody agreed to it; nothing was applied. */
public final class DestructiveChangesetException extends SchemaException {
    private final List<String> ids;

    DestructiveChangesetException(List<Changeset> refused) {
        super(refused.stream()
                .map(changeset -> "%s (%s: %s)"
                        .formatted(changeset.id(), changeset.file(), String.join("; ", changeset.destroys())))
                .collect(Collectors.joining(", ", "Pending changesets take data away: ", "")));
        this.ids = refused.stream().map(Changeset::id).toList();
    }

    /** Those that are to be agreed to. */
    public List<String> ids() {
        return ids;
    }
}
