package org.rollcall.check;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param subject what was looked at, in a word or two
 * @param sentence what was seen
 * @param remedy where it is mended, or null where nothing has to be
 */
public record Finding(
        Light light,
        String subject,
        String sentence,
        @Nullable String remedy) {

    static Finding green(String subject, String sentence) {
        return new Finding(Light.GREEN, subject, sentence, null);
    }

    static Finding amber(String subject, String sentence, @Nullable String remedy) {
        return new Finding(Light.AMBER, subject, sentence, remedy);
    }

    static Finding red(String subject, String sentence, String remedy) {
        return new Finding(Light.RED, subject, sentence, remedy);
    }
}
