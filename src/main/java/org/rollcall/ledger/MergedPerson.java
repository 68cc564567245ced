package org.rollcall.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.Person;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.text.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person whom several rows of a roster describe: what the first of them says, and what later ones add to it. Rows
 * contradict each other where both fill a field and differ; a field that only a later row fills is taken from there, with
 * a warning. That the account be deleted is no field to fill: all rows ask for it, or none. Email addresses are compared
 * without regard to case, as Moodle does.
 */
final class MergedPerson {

    private static final String PASSWORD = "password";
    private static final String CREATE_PASSWORD = "createPassword";
    private static final String DELETED = "deleted";

    private final int firstRow;
    private final ObjectNode person;
    private final Map<String, Integer> rowOfAddition = new HashMap<>();
    private @Nullable String password;

    /**
     * @param firstRow the number of the row that stands for the person
     * @param person what that row says, as a {@link Person} is written in JSON
     */
    MergedPerson(int firstRow, ObjectNode person, @Nullable String password) {
        this.firstRow = firstRow;
        this.person = person;
        this.password = password;
    }

    /** What all rows together say. */
    ObjectNode person() {
        return person;
    }

    /** Whether the password is one that this row gave and the first one left out. */
    boolean gotPasswordFrom(int row) {
        return rowOfAddition.getOrDefault(PASSWORD, firstRow) == row && row != firstRow;
    }

    /** Whether a later row had something to add. */
    boolean isCompleted() {
        return !rowOfAddition.isEmpty();
    }

    /**
     * Where a later row contradicts what is known, column by column; nothing is taken from it.
     *
     * @param unreadable columns of that row in which something else is wrong
     */
    List<Problem> contradictions(int row, ObjectNode other, @Nullable String otherPassword, Set<String> unreadable) {
        List<Problem> found = new ArrayList<>();
        Map<String, String> known = texts(person);
        texts(other).forEach((column, text) -> {
            String mine = known.get(column);
            if (mine != null && !isSame(column, mine, text) && !unreadable.contains(column)) {
                found.add(contradiction(row, column, mine, text));
            }
        });
        if (asksForDeletion(person) != asksForDeletion(other) && !unreadable.contains(DELETED)) {
            found.add(deletionOfOneAlone(row, asksForDeletion(other)));
        }
        if (password != null && otherPassword != null && !password.equals(otherPassword)) {
            String sentence = "Row %d has another password for %s than this row; they must agree."
                    .formatted(rowOf(PASSWORD), username());
            found.add(new Problem(row, PASSWORD, "", PASSWORD + ".contradicts", sentence, Severity.ERROR));
        }
        return found;
    }

    private Problem contradiction(int row, String column, String mine, String other) {
        String sentence = "Row %d has the %s %s for %s, and this row has %s; they must agree."
                .formatted(rowOf(column), column, Wording.shortened(mine), username(), Wording.shortened(other));
        return new Problem(row, column, other, column + ".contradicts", sentence, Severity.ERROR);
    }

    private Problem deletionOfOneAlone(int row, boolean ofThisRow) {
        String sentence = ofThisRow
                ? "This row asks for the account %s to be deleted, and row %d does not; they must agree."
                        .formatted(username(), firstRow)
                : "Row %d asks for the account %s to be deleted, and this row does not; they must agree."
                        .formatted(firstRow, username());
        return new Problem(row, DELETED, ofThisRow ? "1" : "", DELETED + ".contradicts", sentence, Severity.ERROR);
    }

    private static boolean asksForDeletion(ObjectNode person) {
        return person.path(DELETED).asBoolean(false);
    }

    private int rowOf(String column) {
        return rowOfAddition.getOrDefault(column, firstRow);
    }

    private String username() {
        return person.path("username").asString();
    }

    /** Takes what a later row that does not contradict says beyond what is known, and gives a warning for each field. */
    List<Problem> complete(int row, ObjectNode other, @Nullable String otherPassword) {
        List<Problem> told = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : other.properties()) {
            if (field.getValue() instanceof ObjectNode profile) {
                ObjectNode mine = person.withObjectProperty(field.getKey());
                profile.properties().forEach(entry -> add(row, mine, entry, profileColumn(entry.getKey()), told));
            } else if (!field.getKey().equals(CREATE_PASSWORD)) {
                add(row, person, field, field.getKey(), told);
            }
        }
        if (password == null && otherPassword != null) {
            password = otherPassword;
            told.add(addition(row, PASSWORD));
        }
        completeWish(other);
        return told;
    }

    private void add(int row, ObjectNode to, Map.Entry<String, JsonNode> field, String column, List<Problem> told) {
        if (text(to.path(field.getKey())).isEmpty() && !text(field.getValue()).isEmpty()) {
            to.set(field.getKey(), field.getValue());
            told.add(addition(row, column));
        }
    }

    private Problem addition(int row, String column) {
        rowOfAddition.put(column, row);
        String sentence = "Row %d, which stands for %s, leaves %s empty, so it is taken from this row."
                .formatted(firstRow, username(), column);
        return new Problem(row, column, "", column + ".completed", sentence, Severity.WARNING);
    }

    /** That a password be made up is no field to contradict: it only matters where no row gives one. */
    private void completeWish(ObjectNode other) {
        boolean wished = person.path(CREATE_PASSWORD).asBoolean(false);
        if (!wished && other.path(CREATE_PASSWORD).asBoolean(false) && lacksPassword()) {
            person.put(CREATE_PASSWORD, true);
            rowOfAddition.put(CREATE_PASSWORD, firstRow);
        }
    }

    private boolean lacksPassword() {
        JsonNode auth = person.path("auth");
        return password == null && Person.keepsPasswordInMoodle(auth.isString() ? auth.asString() : null);
    }

    private static boolean isSame(String column, String mine, String other) {
        return column.equals("email")
                ? mine.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT))
                : mine.equals(other);
    }

    private static Map<String, String> texts(ObjectNode person) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : person.properties()) {
            if (field.getValue() instanceof ObjectNode profile) {
                profile.properties().forEach(entry -> texts.put(profileColumn(entry.getKey()), text(entry.getValue())));
            } else if (!field.getKey().equals(CREATE_PASSWORD)
                    && !field.getKey().equals(DELETED)) {
                texts.put(field.getKey(), text(field.getValue()));
            }
        }
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    /** What a cell has to say for it. */
    private static String text(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() ? "1" : "0" : value.asString("");
    }

    private static String profileColumn(String shortname) {
        return "profile_field_" + shortname;
    }
}
