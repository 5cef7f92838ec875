package dev.userdeck.internal.idna;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** RFC 3492: any code points as letters, digits and hyphens. The numbers are those of its section 5. */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private Punycode() {}

    /** For at most 253 code points: more would be too much for the numbers. */
    static String encode(int[] label) {
        var out = new StringBuilder();
        for (int c : label) {
            if (c < INITIAL_N) {
                out.append((char) c);
            }
        }
        int basic = out.length();
        int handled = basic;
        if (basic > 0) {
            out.append('-');
        }
        int n = INITIAL_N;
        int delta = 0;
        int bias = INITIAL_BIAS;
        while (handled < label.length) {
            int next = smallestFrom(n, label);
            delta += (next - n) * (handled + 1);
            n = next;
            for (int c : label) {
                if (c < n) {
                    delta++;
                } else if (c == n) {
                    append(out, delta, bias);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static int smallestFrom(int n, int[] label) {
        int smallest = Character.MAX_CODE_POINT;
        for (int c : label) {
            if (c >= n && c < smallest) {
                smallest = c;
            }
        }
        return smallest;
    }

    private static void append(StringBuilder out, int delta, int bias) {
        int q = delta;
        for (int k = BASE; ; k += BASE) {
            int t = threshold(k, bias);
            if (q < t) {
                out.append(DIGITS.charAt(q));
                return;
            }
            out.append(DIGITS.charAt(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    /** The code points, null if it is none. */
    static int @Nullable [] decode(String text) {
        int basic = Math.max(text.lastIndexOf('-'), 0);
        int[] out = Arrays.copyOf(text.substring(0, basic).codePoints().toArray(), text.length());
        int length = basic;
        int at = basic > 0 ? basic + 1 : 0;
        int n = INITIAL_N;
        int i = 0;
        int bias = INITIAL_BIAS;
        while (at < text.length()) {
            int start = i;
            long sum = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < text.length() ? DIGITS.indexOf(text.charAt(at++)) : -1;
                sum += digit * weight;
                if (digit < 0 || sum > Integer.MAX_VALUE) {
                    return null;
                }
                int t = threshold(k, bias);
                if (digit < t) {
                    break;
                }
                weight *= BASE - t;
            }
            i = (int) sum;
            length++;
            bias = adapt(i - start, length, start == 0);
            if (i / length > Character.MAX_CODE_POINT - n) {
                return null;
            }
            n += i / length;
            i %= length;
            System.arraycopy(out, i, out, i + 1, length - 1 - i);
            out[i++] = n;
        }
        return Arrays.copyOf(out, length);
    }

    private static int threshold(int k, int bias) {
        return Math.min(Math.max(k - bias, T_MIN), T_MAX);
    }

    private static int adapt(int delta, int length, boolean isFirst) {
        int rest = isFirst ? delta / DAMP : delta / 2;
        rest += rest / length;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }
}
