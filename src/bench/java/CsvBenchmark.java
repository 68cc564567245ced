import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import java.io.BufferedWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;

/**
 * Reads a roster of 11 columns as Rollcall does (character set and delimiter found out, rows cut, none validated), and
 * with OpenCSV's reader and nothing else, by turns. Tells the rows a second of each, and the median of their ratios.
 */
public final class CsvBenchmark {
    private static final int ROUNDS = 5;

    private CsvBenchmark() {}

    /** The number of rows may be given (1,000,000). */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path file = Files.createTempFile("roster", ".csv");
        try {
            write(file, rows);
            print("%,d rows, %d MB, heap %d MB%n",
                    rows, Files.size(file) >> 20, Runtime.getRuntime().maxMemory() >> 20);
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double bare = rate(rows, () -> bare(file));
                double ours = rate(rows, () -> ours(file));
                ratios[round] = ours / bare;
                print("OpenCSV alone %,9.0f rows/s, Rollcall %,9.0f rows/s, ratio %.2f%n", bare, ours, ratios[round]);
            }
            Arrays.sort(ratios);
            print("median ratio %.2f%n", ratios[ROUNDS / 2]);
        } finally {
            Files.delete(file);
        }
    }

    private static double rate(int rows, Callable<Integer> reading) throws Exception {
        long before = System.nanoTime();
        int read = reading.call();
        if (read != rows) {
            throw new IllegalStateException(read + " rows were read");
        }
        return rows * 1e9 / (System.nanoTime() - before);
    }

    private static int bare(Path file) throws Exception {
        try (Reader text = Files.newBufferedReader(file);
                CSVReader csv = new CSVReaderBuilder(text)
                        .withCSVParser(new RFC4180ParserBuilder().build())
                        .build()) {
            int rows = -1;
            while (csv.readNext() != null) {
                rows++;
            }
            return rows;
        }
    }

    private static int ours(Path file) {
        try (RosterReader roster = RosterFile.open(file, RosterRules.defaults())) {
            int rows = 0;
            while (roster.next() != null) {
                rows++;
            }
            return rows;
        }
    }

    private static void write(Path file, int rows) throws Exception {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("username,firstname,lastname,email,idnumber,city,country,department,institution,cohort1,course1\r\n");
            for (int i = 0; i < rows; i++) {
                out.write("person%07d,Zoë,\"O'Neil, Jr.\",person%07d@example.edu,%09d,Sankt Pölten,AT,".formatted(i, i, i));
                out.write("Department of Physics,\"University \"\"Example\"\"\",cohort-%d,COURSE-%d\r\n"
                        .formatted(i % 40, i % 300));
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
