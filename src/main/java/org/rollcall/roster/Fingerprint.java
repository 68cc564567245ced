package org.rollcall.roster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A hash of named values, which tells apart what differs in any of them. */
public final class Fingerprint {
    private final MessageDigest digest;

    /** One of no values yet. */
    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Takes a value in; null and what its text says are different values. */
    public Fingerprint of(String name, @Nullable Object value) {
        String text = value == null ? "-" : "=" + value;
        // With the lengths no two lists of values run together to the same bytes.
        add(name.length() + ":" + text.length() + ":" + name + text);
        return this;
    }

    /** {@return 64 lower-case hexadecimal digits} */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
