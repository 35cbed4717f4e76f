package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.ListPosition;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The cursor of a list by name: the identifier and the name of the last item, so that it need not be there any more. */
final class NameCursor {
    private static final int ID_BYTES = 16;
    private static final int MAX_CHARACTERS = 2_000;

    private NameCursor() {}

    static String of(String name, UUID id) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + text.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty where it is no cursor. */
    static Optional<ListPosition> read(String cursor) {
        if (cursor.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() <= ID_BYTES) {
                return Optional.empty();
            }
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            String name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return name.indexOf('\0') < 0 ? Optional.of(new ListPosition(name, id)) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
