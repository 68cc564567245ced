package org.rollcall.roster;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.ColumnNames;
import org.rollcall.roster.header.RosterHeader;

/** Rosters made for one test. */
final class RosterFixture {
    static final Validator VALIDATOR = validator();
    static final String HEADER = "username,firstname,lastname,email";

    private RosterFixture() {}

    static Path csv(Path folder, String text) {
        return bytes(folder, "roster.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static Path bytes(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path xlsx(Path folder, Consumer<XSSFWorkbook> content) {
        Path file = folder.resolve("roster.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    static List<RosterLine> lines(Path file) {
        try (RosterReader reader = RosterFile.open(file, RosterRules.defaults())) {
            List<RosterLine> lines = new ArrayList<>();
            for (RosterLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
            return lines;
        }
    }

    static List<Problem> problems(Path file) {
        try (RosterReader reader = RosterFile.open(file, RosterRules.defaults())) {
            RowParser parser = new RowParser(reader.header(), VALIDATOR, RosterRules.defaults());
            List<Problem> problems = new ArrayList<>();
            for (RosterLine line = reader.next(); line != null; line = reader.next()) {
                problems.addAll(parser.parse(line).problems());
            }
            return problems;
        }
    }

    /** A good row with further columns: {@code columns} and {@code cells} are separated by bars. */
    static ParsedRow parse(String columns, String cells) {
        return parse(columns, cells, RosterRules.defaults());
    }

    static ParsedRow parse(String columns, String cells, RosterRules rules) {
        List<String> names = new ArrayList<>(List.of("username", "firstname", "lastname", "email"));
        List<String> values = new ArrayList<>(List.of("ada", "Ada", "Lovelace", "ada@example.edu"));
        List<String> added = Arrays.asList(columns.split("\\|", -1));
        List<String> addedCells = Arrays.asList(cells.split("\\|", -1));
        for (int i = 0; i < added.size(); i++) {
            int known = names.indexOf(added.get(i));
            if (known >= 0) {
                values.set(known, addedCells.get(i));
            } else {
                names.add(added.get(i));
                values.add(addedCells.get(i));
            }
        }
        RowParser parser =
                new RowParser(RosterHeader.of("roster.csv", 1, names, ColumnNames.ofMoodle()), VALIDATOR, rules);
        return parser.parse(new RosterLine(2, values));
    }

    static RosterRules rules(RowDefaults row) {
        RosterRules rules = RosterRules.defaults();
        return new RosterRules(rules.limits(), rules.file(), rules.names(), row, rules.dates(), rules.people());
    }

    private static Validator validator() {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }
}
