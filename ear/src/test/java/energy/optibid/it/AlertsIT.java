package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Alerts of an administrator: told at once to the own organisation, and to nobody else. */
class AlertsIT {
    private static final String PATH = "/api/v1/alerts";

    @Test
    void alertShouldReachTheOwnOrganisationAtOnceAndStandUntilItIsWithdrawn() {
        Users.User stranger = Users.administratorOfNewOrganisation();
        Api admin = Api.as("admin");
        String message = "Gate at 11:30 – \"früher\" <b>heute</b> " + Instant.now();
        String id;
        try (PushClient desk = PushClient.open("desk", Users.accessToken("viewer@demo.optibid"))) {
            desk.send("{\"type\":\"subscribe\"}");
            desk.next("snapshot");

            Answer raised = admin.post(PATH, alert("critical", message.replace("\"", "\\\""), ""));

            assertThat(raised.status()).as(raised.toString()).isEqualTo(201);
            id = raised.json().get("id").asText();
            JsonNode told =
                    desk.next(heard -> heard.at("/data/subject").asText().equals("alert/" + id));
            assertThat(told.at("/data/event").asText()).isEqualTo("AlertRaised");
            assertThat(told.at("/data/payload/message").asText()).isEqualTo(message);
            assertThat(Api.as("viewer").get(PATH).body()).contains(id);
            assertThat(stranger.api().get(PATH).json().get("items")).isEmpty();
            assertThat(stranger.api().delete(PATH + "/" + id, "*").status()).isEqualTo(404);

            assertThat(admin.delete(PATH + "/" + id, "*").status()).isEqualTo(204);

            desk.next(heard -> heard.at("/data/event").asText().equals("AlertWithdrawn"));
        }
        assertThat(Api.as("viewer").get(PATH).body()).doesNotContain(id);
        assertThat(admin.delete(PATH + "/" + id, "*").json().get("code").asText())
                .isEqualTo("alert-not-found");
        assertThat(admin.get("/api/v1/audit-entries?subjectType=alert&subjectId=" + id)
                        .json()
                        .get("items"))
                .extracting(entry -> entry.get("action").asText())
                .containsExactlyInAnyOrder("alert.raise", "alert.withdraw");
    }

    @Test
    void alertShouldBeRefusedWhenItIsOutOfBoundsOrNotByAnAdministrator() {
        Api admin = Api.as("admin");
        Instant now = Instant.now();

        assertThat(refused(admin.post(PATH, alert("warning", " ", "")))).isEqualTo("message");
        assertThat(refused(admin.post(PATH, alert("warning", "x".repeat(501), ""))))
                .isEqualTo("message");
        assertThat(refused(admin.post(
                        PATH, alert("warning", "late", now.minusSeconds(5).toString()))))
                .isEqualTo("endsAt");
        assertThat(refused(admin.post(
                        PATH,
                        alert("warning", "long", now.plus(32, ChronoUnit.DAYS).toString()))))
                .isEqualTo("endsAt");
        assertThat(admin.post(PATH, alert("loud", "no such severity", "")).status())
                .isEqualTo(400);
        assertThat(Api.as("trader").post(PATH, alert("warning", "not mine", "")).status())
                .isEqualTo(403);
        assertThat(Api.as("viewer").get(PATH).body()).doesNotContain("not mine").doesNotContain("no such severity");
    }

    private static String refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().at("/errors/0/path").asText();
    }

    private static String alert(String severity, String message, String endsAt) {
        return "{\"severity\":\"%s\",\"message\":\"%s\"%s}"
                .formatted(severity, message, endsAt.isEmpty() ? "" : ",\"endsAt\":\"" + endsAt + "\"");
    }
}
