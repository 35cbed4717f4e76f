package energy.optibid.identity;

import java.time.Instant;

/**
 * A key of the access tokens, without its secret half.
 *
 * @param id the {@code kid} of the tokens that it signed
 * @param signsFrom when it begins or began to sign
 * @param x first coordinate of the public point on P-256, base64url
 * @param y second coordinate of the public point on P-256, base64url
 */
public record TokenKey(String id, TokenKeyState state, Instant signsFrom, String x, String y) {}
