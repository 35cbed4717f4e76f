package energy.optibid.web.rest.users;

import energy.optibid.identity.InvitedUser;

/**
 * A new invitation.
 *
 * @param link for the user alone: who holds it chooses the password; told once, valid for seven days
 * @param mailed whether it was put into the queue of mails, too
 */
public record InvitationJson(String link, boolean mailed) {
    static InvitationJson of(InvitedUser invited) {
        return new InvitationJson(invited.link(), invited.mailed());
    }

    @Override
    public String toString() {
        return "InvitationJson";
    }
}
