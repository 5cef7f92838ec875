package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Codes that count once each in place of a second factor, as when a phone is lost. They are known only now: show them once.
 *
 * @param codes of 80 random bits each, as in {@code k3vq-7ydm-2nfa-w5xr}; capitals, spaces and hyphens don't matter when one is given
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RecoveryCodes(List<String> codes) {
    /** How many there are at first. */
    public static final int COUNT = 10;

    /** Copies the list. */
    public RecoveryCodes {
        codes = List.copyOf(codes);
    }

    /** Tells none of them. */
    @Override
    public String toString() {
        return "RecoveryCodes[" + codes.size() + "]";
    }
}
