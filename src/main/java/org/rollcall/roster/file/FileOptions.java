package org.rollcall.roster.file;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has fixed about files, so that it need not be found out. Each applies to the formats that it has a
 * meaning for.
 *
 * @param charset what the bytes of a text file stand for; null to find out. A byte order mark says more than this
 * @param delimiter what separates the cells of a text file; null to find out
 * @param sheet the name of the sheet that holds the roster; null for the first one with a recognised header
 */
public record FileOptions(
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable String sheet) {
    /** {@return nothing is fixed} */
    public static FileOptions none() {
        return new FileOptions(null, null, null);
    }
}
