package energy.optibid.identity;

/**
 * A user who was just invited.
 *
 * @param link for the user alone: who holds it sets the password; told once
 * @param mailed whether a mail with it was put into the queue, which it is not when the address got too many
 */
public record InvitedUser(UserAccount user, String link, boolean mailed) {
    @Override
    public String toString() {
        return "InvitedUser[" + user.email() + "]";
    }
}
