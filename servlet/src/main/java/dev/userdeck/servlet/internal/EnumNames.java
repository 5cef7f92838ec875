package dev.userdeck.servlet.internal;

import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonProperty;
import dev.userdeck.text.ConstantNames;
import java.lang.reflect.Field;

/** What constants are called in JSON: by their names in small letters, unless they say otherwise. */
public final class EnumNames {
    private EnumNames() {}

    public static String of(Enum<?> value) {
        JsonProperty named = field(value).getAnnotation(JsonProperty.class);
        return named == null ? ConstantNames.of(value) : named.value();
    }

    private static Field field(Enum<?> value) {
        try {
            return value.getDeclaringClass().getField(value.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A constant is a field of its enum", e);
        }
    }
}
