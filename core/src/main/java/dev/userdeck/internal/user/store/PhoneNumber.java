package dev.userdeck.internal.user.store;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.userdeck.error.FieldError;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in the one form that we keep. Only its length is held against the country's plan: which numbers are
 * given out changes faster than any list of them, and the host finds out by sending a message there.
 *
 * @param e164 with + and country code, and nothing but digits after that (ITU-T E.164)
 */
public record PhoneNumber(String e164) {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final int MAX_TYPED = 40;
    private static final int MAX_DIGITS = 15;
    /** Digits and what people put between them. */
    private static final Pattern TYPED = Pattern.compile("\\+[0-9 ().\\-/\\u2010-\\u2015]*");
    /** No country code begins with 0. */
    private static final Pattern LOCAL = Pattern.compile("[0-9 ().\\-/\\u2010-\\u2015]+");

    private static final Set<String> WITH_ARTICLE = Set.of(
            "AE", "BS", "CD", "CF", "CG", "DO", "FK", "FO", "GB", "GM", "IM", "KM", "KY", "MH", "MV", "NL", "PH", "SB",
            "SC", "TC", "US", "VG", "VI");

    /** Either a number, or what is wrong with it. */
    private record Reading(
            @Nullable PhoneNumber number, @Nullable String problem) {}

    /** Reads a number in international form, if it is one. */
    public static Optional<PhoneNumber> parse(String raw) {
        return Optional.ofNullable(read(raw).number());
    }

    /** What is wrong with a number, in words for the person who typed it; null for nothing. */
    public static @Nullable String problem(String raw) {
        return read(raw).problem();
    }

    /** The refusal of a number, if there is one. */
    public static Optional<FieldError> check(String field, String raw) {
        return Optional.ofNullable(problem(raw)).map(message -> new FieldError(field, "phone-invalid", message));
    }

    /** The digits of a number that we keep, as it is dialled in its country; empty if that is not known. */
    static String nationalDigits(String e164) {
        try {
            return PLANS.format(PLANS.parse(e164, null), PhoneNumberFormat.NATIONAL)
                    .replaceAll("\\D", "");
        } catch (NumberParseException e) {
            return "";
        }
    }

    private static Reading read(String raw) {
        if (raw.length() > 4 * MAX_TYPED) {
            return wrong("A number has at most 15 digits.");
        }
        String typed = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        String shape = misshapen(typed);
        if (shape != null) {
            return wrong(shape);
        }
        try {
            return judge(PLANS.parse(typed, null));
        } catch (NumberParseException e) {
            return wrong(
                    switch (e.getErrorType()) {
                        case INVALID_COUNTRY_CODE -> "No country has a code that begins like this number.";
                        case TOO_LONG -> "A number has at most 15 digits.";
                        case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN ->
                            "There is too little after the country code.";
                    });
        }
    }

    private static @Nullable String misshapen(String typed) {
        if (typed.isEmpty()) {
            return "A number is needed.";
        }
        if (LOCAL.matcher(typed).matches()) {
            return "Begin the number with + and the country code, as in +44 20 7946 0123.";
        }
        if (typed.lastIndexOf('+') > 0) {
            return "A number has just one +, at its beginning.";
        }
        if (!TYPED.matcher(typed).matches()) {
            return "A number has digits, spaces and ( ) - . / only.";
        }
        return typed.length() > MAX_TYPED ? "A number has at most 15 digits." : null;
    }

    private static Reading judge(Phonenumber.PhoneNumber number) {
        ValidationResult result = PLANS.isPossibleNumberWithReason(number);
        return switch (result) {
            case IS_POSSIBLE ->
                isCutShort(number)
                        ? wrong(differs(missing(number), "short", number))
                        : new Reading(new PhoneNumber(PLANS.format(number, PhoneNumberFormat.E164)), null);
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> wrong(differs(missing(number), "short", number));
            case TOO_LONG -> wrong(differs(surplus(number), "too long", number));
            case INVALID_COUNTRY_CODE -> wrong("No country has a code that begins like this number.");
            case INVALID_LENGTH -> wrong("This number has the wrong length for " + country(number) + ".");
        };
    }

    private static String differs(int digits, String word, Phonenumber.PhoneNumber number) {
        String count = digits == 1 ? "one digit" : digits + " digits";
        return "This number is " + count + " " + word + " for " + country(number) + ".";
    }

    /** Long enough for the country, but not for numbers that begin like this one. */
    private static boolean isCutShort(Phonenumber.PhoneNumber number) {
        return !PLANS.isValidNumber(number) && longer(number, PLANS::isValidNumber, 1) > 0;
    }

    /** How many digits more would do. */
    private static int missing(Phonenumber.PhoneNumber number) {
        int given = longer(number, PLANS::isValidNumber, MAX_DIGITS);
        return given > 0 ? given : Math.max(1, longer(number, PhoneNumber::isPossible, MAX_DIGITS));
    }

    /** With how many digits more, up to a bound, the number will do; 0 for none. */
    private static int longer(Phonenumber.PhoneNumber number, Predicate<Phonenumber.PhoneNumber> willDo, int most) {
        String digits = PLANS.getNationalSignificantNumber(number);
        for (int more = 1; more <= most && digits.length() + more <= MAX_DIGITS; more++) {
            if (with(number, digits + "1".repeat(more)).filter(willDo).isPresent()) {
                return more;
            }
        }
        return 0;
    }

    /** How many digits fewer would do. */
    private static int surplus(Phonenumber.PhoneNumber number) {
        String digits = PLANS.getNationalSignificantNumber(number);
        for (int fewer = 1; fewer < digits.length(); fewer++) {
            if (with(number, digits.substring(0, digits.length() - fewer))
                    .filter(PhoneNumber::isPossible)
                    .isPresent()) {
                return fewer;
            }
        }
        return 1;
    }

    private static boolean isPossible(Phonenumber.PhoneNumber number) {
        return PLANS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    /** A number of the same country with these digits. */
    private static Optional<Phonenumber.PhoneNumber> with(Phonenumber.PhoneNumber number, String digits) {
        try {
            return Optional.of(PLANS.parse("+" + number.getCountryCode() + digits, null));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** As in {@code the United Kingdom (+44)}; the code alone where it is no country's. */
    private static String country(Phonenumber.PhoneNumber number) {
        String region = PLANS.getRegionCodeForCountryCode(number.getCountryCode());
        String code = "+" + number.getCountryCode();
        if (region.equals("001") || region.equals("ZZ")) {
            return code;
        }
        String name = new Locale("", region).getDisplayCountry(Locale.ENGLISH);
        return (WITH_ARTICLE.contains(region) ? "the " : "") + name + " (" + code + ")";
    }

    private static Reading wrong(String problem) {
        return new Reading(null, problem);
    }
}
