package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files that were dropped come")
class DroppedFileTest {

    private static DroppedFile file(String folder, String name, long written) {
        Path place = Path.of("inbox", folder);
        FileMark mark = new FileMark(1, FileTime.fromMillis(written), null, null);
        return new DroppedFile(new InboxFolder(folder, place), place.resolve(name), mark);
    }

    @Test
    void byNameWithNumbersAsNumbersAndThenByTime() {
        List<DroppedFile> inOrder = List.of(
                file("", "A.csv", 9),
                file("physics", "b.csv", 1),
                file("", "b.csv", 2),
                file("arts", "b.csv", 3),
                file("", "week-2.csv", 9),
                file("", "week-10.csv", 1),
                file("", "Zoë.csv", 1));
        List<DroppedFile> files = new ArrayList<>(inOrder);
        Collections.reverse(files);
        files.sort(DroppedFile.ORDER);
        assertThat(files).isEqualTo(inOrder);
    }
}
