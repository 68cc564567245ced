package org.rollcall.sandbox;

import java.nio.file.Path;
import java.util.List;

/** A process that makes users on a sandbox and dies without closing anything, the moment the last answer is there. */
final class KilledSandbox {
    static final int HALTED = 9;
    static final int USERS = 3;

    private KilledSandbox() {}

    public static void main(String[] arguments) {
        Sandbox sandbox = Sandbox.start(SandboxOptions.in(Path.of(arguments[0])));
        for (int i = 0; i < USERS; i++) {
            SandboxForm.creating(List.of("user" + i)).send(sandbox);
        }
        Runtime.getRuntime().halt(HALTED);
    }
}
