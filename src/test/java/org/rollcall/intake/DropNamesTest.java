package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of what lies in the inbox")
class DropNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".students.csv",
                ".~lock.students.csv#",
                "~$students.xlsx",
                "students.csv.part",
                "students.csv.PARTIAL",
                "students.tmp",
                "students.csv.TMP",
                "students.csv.crdownload",
                "students.csv.filepart",
                "students.csv~",
                "Thumbs.db",
                "desktop.ini"
            })
    void isPassedOverWhatProgramsPutThere(String name) {
        assertThat(DropNames.passesOver(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"students.csv", "Students (2).XLSX", "students", "part.csv", "tmp", "~students.csv", "notes.docx"
            })
    void isTakenWhatMayBeARoster(String name) {
        assertThat(DropNames.passesOver(name)).isFalse();
    }
}
