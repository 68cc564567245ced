package org.rollcall.intake;

import java.nio.file.Path;

/**
 * A roster that was taken out of the inbox and is not archived yet.
 *
 * @param place the folder that it has to itself while it is worked on
 */
record Claim(Path place, Slip slip) {

    /** Where it lies now. */
    Path roster() {
        return place.resolve(slip.file());
    }

    /** What people call it. */
    String words() {
        return slip.folder().isEmpty() ? slip.file() : slip.folder() + "/" + slip.file();
    }
}
