package org.rollcall.roster.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.roster.csv.CsvFixture.HEADER;
import static org.rollcall.roster.csv.CsvFixture.file;
import static org.rollcall.roster.csv.CsvFixture.findings;
import static org.rollcall.roster.csv.CsvFixture.open;
import static org.rollcall.roster.csv.CsvFixture.rows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;

/** What the bytes of a file stand for. */
class CharsetTest {
    @TempDir
    private Path folder;

    @Nested
    class OfUnicode {
        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
        void isTakenFromTheByteOrderMark(String charset) {
            CsvLines lines = open(file(folder, bytes("\uFEFF" + HEADER + "\nann,Ἄννα,李😀,a\n", charset)));

            assertThat(lines.details().charset()).isEqualTo(charset);
            assertThat(lines.details().notes()).isEmpty();
            assertThat(rows(lines)).last().isEqualTo(new RosterLine(2, List.of("ann", "Ἄννα", "李😀", "a")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
        void isTakenFromZerosWhereThereIsNoMark(String charset) {
            CsvLines lines = open(file(folder, bytes(HEADER + "\nann,Ἄννα,李😀,a\n", charset)));

            assertThat(lines.details().charset()).isEqualTo(charset);
            assertThat(lines.details().notes())
                    .containsExactly(
                            "The file does not say its character set; its zero bytes show that it is " + charset + ".");
            assertThat(rows(lines)).last().isEqualTo(new RosterLine(2, List.of("ann", "Ἄννα", "李😀", "a")));
        }

        @Test
        void isKeptWhereAFewBytesAreOfAnotherKindWhoseRowsAreRejected() {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes(bytes(HEADER + "\n" + "zoë,Zoë,Lee,z@x.org\n".repeat(10_000), "UTF-8"));
            content.writeBytes(bytes("zoe,Zoë,Lee,z@x.org\n", "windows-1252"));
            content.writeBytes(bytes("jo,Jo,Lee,z@x.org\n", "UTF-8"));
            CsvLines lines = open(file(folder, content.toByteArray()));

            assertThat(lines.details().charset()).isEqualTo("UTF-8");
            assertThat(lines.details().notes())
                    .containsExactly(
                            "The file is UTF-8 text, but for 1 place; the rows with such are rejected, and show"
                                    + " \uFFFD where something could not be read.");
            List<RosterLine> rows = rows(lines);
            assertThat(rows).hasSize(10_003);
            assertThat(findings(rows)).containsExactly("10002:1 cell.charset");
            assertThat(rows.get(10_001).cells()).containsExactly("zoe", "Zo\uFFFD", "Lee", "z@x.org");
        }
    }

    @Nested
    class ThatIsGuessed {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "windows-1252, Jürgen, Groß, Köln",
            "windows-1252, Begoña, Núñez, Cádiz",
            "windows-1252, François, Lefèvre, Besançon",
            "windows-1252, Jean, D’Hôpital, Paris",
            "windows-1252, Inês, Conceição, São Paulo",
            "windows-1252, Åsa, Sjöberg, Malmö",
            "ISO-8859-15, Chloé, Cœur, Nîmes",
            "x-MacRoman, Jürgen, Groß, Köln",
            "x-MacRoman, Begoña, Núñez, Cádiz",
            "x-MacRoman, François, Lefèvre, Besançon",
            "IBM850, Jürgen, Groß, Köln",
            "IBM850, José, Martínez, Málaga",
            "windows-1250, Łukasz, Wiśniewski, Kraków",
            "ISO-8859-2, Łukasz, Wiśniewski, Częstochowa",
            "windows-1250, Jiří, Dvořák, Plzeň",
            "windows-1250, Győző, Szűcs, Pécs",
            "windows-1254, Ayşe, Yıldız, İstanbul",
            "ISO-8859-9, Çağrı, Öztürk, Şanlıurfa",
            "windows-1251, Фёдор, Иванов, Москва",
            "KOI8-U, Юлия, Смирнова, Казань",
            "ISO-8859-5, Дмитрий, Петров, Воронеж",
            "IBM866, Наталья, Соколова, Челябинск",
            "windows-1253, Ελένη, Παπαδόπουλος, Αθήνα",
            "ISO-8859-7, Γιώργος, Οικονόμου, Θεσσαλονίκη",
            "windows-1256, فاطمة, إبراهيم, القاهرة",
            "ISO-8859-6, محمد, حسين, بغداد",
            "windows-1255, שרה, כהן, ירושלים",
            "windows-31j, 花子, 佐藤, 東京都",
            "windows-31j, さくら, 山本, ヨコハマ",
            "EUC-JP, 美咲, 田中, 横浜市",
            "GB18030, 浩然, 徐, 北京市",
            "GB18030, 晶晶, 郭, 上海",
            "Big5, 怡君, 陳, 臺北市",
            "x-windows-949, 민정, 최, 서울",
        })
        void isTheOneInWhichNamesLookLikeNames(String charset, String first, String last, String city) {
            String text = "username,firstname,lastname,city\nu1," + first + "," + last + "," + city
                    + "\nann,Ann,Lee,Rome\n" + "u2," + last + "," + first + ",Rome\n";
            CsvLines lines = open(file(folder, bytes(text, charset)));
            String found = lines.details().charset();
            List<String> notes = lines.details().notes();

            assertThat(rows(lines)).element(1).isEqualTo(new RosterLine(2, List.of("u1", first, last, city)));
            assertThat(notes)
                    .singleElement()
                    .asString()
                    .startsWith("The file does not say its character set; it was read" + " as " + found
                            + " (for example \"")
                    .contains("check the names, or set rollcall.roster.charset.");
        }

        @Test
        void isNamedTogetherWithAnotherWhereItIsANearThing() {
            CsvLines lines = open(file(folder, bytes("username,firstname,city\nu1,Jan,Ko\u0159\n", "ISO-8859-2")));

            assertThat(lines.details().notes()).singleElement().asString().contains(" as well; check the names");
            lines.close();
        }

        @Test
        void showsNoCellThatMayBeAPassword() {
            CsvLines lines = open(file(folder, bytes("username,password,email\nu1,Schlüssel,a\n", "windows-1252")));

            assertThat(lines.details().notes())
                    .containsExactly("The file does not say its character set; it was read as windows-1252; check the"
                            + " names, or set rollcall.roster.charset.");
            lines.close();
        }
    }

    @Nested
    class ThatIsFixed {
        @Test
        void isTaken() {
            CsvLines lines =
                    open(file(folder, bytes(HEADER + "\nann,Юлия,Lee,a\n", "windows-1251")), fixed("windows-1251"));

            assertThat(lines.details().notes()).isEmpty();
            assertThat(rows(lines)).last().extracting(row -> row.cells().get(1)).isEqualTo("Юлия");
        }

        @Test
        void isLeftAsideWhereTheFileHasAByteOrderMark() {
            CsvLines lines = open(file(folder, "\uFEFF" + HEADER + "\nann,Zoë,Lee,a\n"), fixed("windows-1252"));

            assertThat(lines.details().notes())
                    .containsExactly(
                            "The file says itself that it is UTF-8 text; the setting rollcall.roster.charset was"
                                    + " left aside.");
            assertThat(rows(lines)).last().extracting(row -> row.cells().get(1)).isEqualTo("Zoë");
        }

        @Test
        void isNamedWithTheRowThatItCannotRead() {
            String good = HEADER + "\n" + "ann,Ann,Lee,a@x.org\n".repeat(30);
            CsvLines lines = open(file(folder, bytes(good + "zoe,Zoë,Lee,a\n", "windows-1252")), fixed("UTF-8"));

            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> rows(lines))
                    .withMessage("roster.csv is not UTF-8 text near row 32: save it as 'CSV UTF-8', or set another"
                            + " rollcall.roster.charset.");
        }

        private static FileOptions fixed(String charset) {
            return new FileOptions(Charset.forName(charset), null, null);
        }
    }

    private static byte[] bytes(String text, String charset) {
        assertThat(Charset.forName(charset).newEncoder().canEncode(text)).isTrue();
        return charset.equals("UTF-8")
                ? text.getBytes(StandardCharsets.UTF_8)
                : text.getBytes(Charset.forName(charset));
    }
}
