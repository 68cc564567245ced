package org.rollcall.intake;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A file that lies in a folder of the inbox.
 *
 * @param mark how it was when the folder was looked at
 */
record DroppedFile(InboxFolder folder, Path path, FileMark mark) {

    /**
     * By name, so that whoever drops several says by their names which comes first; of several with one name, the one that
     * was written first. Numbers count as numbers: {@code week-2} comes before {@code week-10}.
     */
    static final Comparator<DroppedFile> ORDER = Comparator.comparing(DroppedFile::name, byWords())
            .thenComparing(file -> file.mark().modified())
            .thenComparing(DroppedFile::path);

    String name() {
        return path.getFileName().toString();
    }

    /** What people call it. */
    String words() {
        return folder.words() + "/" + name();
    }

    private static Comparator<String> byWords() {
        RuleBasedCollator collator = (RuleBasedCollator) Collator.getInstance(ULocale.ROOT);
        collator.setNumericCollation(true);
        collator.freeze();
        return collator::compare;
    }
}
