package org.rollcall.installation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;

/** The seed of the practice site, changed as a test needs it. */
public record PracticeSeed(String yaml) {

    /** The seed as it ships with the program. */
    public static PracticeSeed stock() throws IOException {
        try (InputStream in = Objects.requireNonNull(Sandbox.class.getResourceAsStream("practice-site.yml"))) {
            return new PracticeSeed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** With one more entry, in YAML's short form, in one of its lists. */
    public PracticeSeed with(String list, String entry) {
        String head = "\n" + list + ":\n";
        String line = "  - " + entry + "\n";
        return new PracticeSeed(yaml.contains(head) ? yaml.replace(head, head + line) : yaml + head + line);
    }

    /** Without an entry of one of its lists, such as a function or a capability. */
    public PracticeSeed without(String entry) {
        String less = yaml.replaceFirst("(?m)^ +- \\Q" + entry + "\\E\\R", "");
        if (less.equals(yaml)) {
            throw new AssertionError("The seed has no entry " + entry);
        }
        return new PracticeSeed(less);
    }

    /** With a text in place of another. */
    public PracticeSeed replaced(String text, String by) {
        if (!yaml.contains(text)) {
            throw new AssertionError("The seed has no " + text);
        }
        return new PracticeSeed(yaml.replace(text, by));
    }

    /** Options for a sandbox in memory that begins with it. */
    public SandboxOptions options() {
        return SandboxOptions.inMemory().withSeed(yaml);
    }
}
