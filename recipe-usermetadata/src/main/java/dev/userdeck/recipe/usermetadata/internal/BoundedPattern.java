package dev.userdeck.recipe.usermetadata.internal;

import dev.userdeck.libs.com.networknt.schema.SchemaException;
import dev.userdeck.libs.com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of a schema that gives up on a text that would take it too long: some patterns take twice as long for each
 * further character.
 */
final class BoundedPattern implements RegularExpression {
    private static final int MAX_STEPS = 2_000_000;

    private final Pattern pattern;

    /** The text is too hard. */
    static final class TooHardException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    BoundedPattern(String pattern) {
        try {
            this.pattern = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new SchemaException(e);
        }
    }

    @Override
    public boolean matches(String value) {
        return pattern.matcher(new Counted(value)).find();
    }

    /** Counts how often the pattern looks at a character. */
    private static final class Counted implements CharSequence {
        private final CharSequence text;
        private int steps;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MAX_STEPS) {
                throw new TooHardException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
