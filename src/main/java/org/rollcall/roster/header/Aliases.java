package org.rollcall.roster.header;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.YamlText.Entry;
import org.rollcall.roster.header.YamlText.Text;
import org.rollcall.roster.text.NearestName;

/**
 * Other names of columns, in the languages of the people who make rosters. A name is compared by its letters and digits
 * alone. Names that mean one thing here and another there are no aliases; they are kept apart, with what they may mean.
 */
public final class Aliases {
    private static final String UNCLEAR = "unclear";
    private static final String SHIPPED = "aliases.yml";
    private static final Aliases NONE = new Aliases("Aliases");

    private final String file;
    private final Map<String, Alias> byKey = new LinkedHashMap<>();
    private final Map<String, Unclear> unclear = new LinkedHashMap<>();

    /** What a name means, and where that is written. */
    private record Alias(RosterColumn column, Text name) {}

    /** What a name may mean. */
    private record Unclear(List<RosterField> fields, int line) {}

    private Aliases(String file) {
        this.file = file;
    }

    /** {@return no other names than Moodle's own} */
    public static Aliases none() {
        return NONE;
    }

    /** {@return the names that come with Rollcall} */
    public static Aliases shipped() {
        try (InputStream in = Objects.requireNonNull(Aliases.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return read("config/" + SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a file of aliases: for each field its names, as a list or in lists below any keys, such as languages; and
     * under {@code unclear} names with the fields that they may mean.
     *
     * @param file what people call the file
     * @param yaml its content
     * @return the aliases
     * @throws MappingException if it is no such file, or if two fields claim a name
     */
    public static Aliases read(String file, String yaml) {
        YamlText text = new YamlText(file, yaml);
        Aliases aliases = new Aliases(file);
        List<Entry> entries = text.entries();
        for (Entry entry : entries) {
            if (!entry.key().equals(UNCLEAR)) {
                aliases.add(aliases.column(entry.key(), entry.line()), names(text, entry));
            }
        }
        for (Entry entry : entries) {
            if (entry.key().equals(UNCLEAR)) {
                text.entries(entry).forEach(name -> aliases.addUnclear(name, text.texts(name)));
            }
        }
        return aliases;
    }

    /** The column that a name means, with the number that the name has or else 1; null if it is no alias. */
    @Nullable
    RosterColumn column(HeaderName name) {
        Alias whole = byKey.get(name.key());
        if (whole != null) {
            return whole.column().field().numbered() ? numbered(whole, 1) : whole.column();
        }
        Alias stem = name.number() == 0 ? null : byKey.get(name.stem());
        return stem == null || !stem.column().field().numbered() ? null : numbered(stem, name.number());
    }

    /** The fields that a name may mean; none for a name that is clear or not known at all. */
    List<RosterField> candidates(HeaderName name) {
        Unclear found = unclear.get(name.key());
        return found == null ? List.of() : found.fields();
    }

    /** The keys of all names that are long enough to be recognised with a slip in them. */
    Collection<String> keys() {
        return Collections.unmodifiableSet(byKey.keySet());
    }

    /** Whether one of a field's names is a part of this one. */
    boolean isWithin(String key, RosterField field) {
        return byKey.entrySet().stream()
                .anyMatch(alias -> alias.getValue().column().field() == field && key.contains(alias.getKey()));
    }

    /** A name as it is written where it became an alias. */
    @Nullable
    String spelling(String key) {
        Alias alias = byKey.get(key);
        return alias == null ? null : alias.name().value();
    }

    /** All of it as a text that is another one whenever a name means something else. */
    @Override
    public String toString() {
        Map<String, String> meanings = new TreeMap<>();
        byKey.forEach((key, alias) -> meanings.put(key, alias.column().name()));
        unclear.forEach((key, name) -> meanings.put(key, name.fields().toString()));
        return meanings.toString();
    }

    private static List<Text> names(YamlText text, Entry entry) {
        if (!YamlText.hasKeys(entry)) {
            return text.texts(entry);
        }
        List<Text> names = new ArrayList<>();
        text.entries(entry).forEach(language -> names.addAll(text.texts(language)));
        return names;
    }

    private void add(RosterColumn column, List<Text> names) {
        for (Text name : names) {
            String key = key(name);
            RosterField own = MoodleNames.field(key);
            if (own != null && own != column.field()) {
                throw wrong(name, "\"%s\" is Moodle's own name of another column.".formatted(name.value()));
            }
            Alias earlier = byKey.putIfAbsent(key, new Alias(column, name));
            if (earlier != null && !earlier.column().equals(column)) {
                throw wrong(
                        name,
                        "\"%s\" cannot stand for %s, as it stands for %s in line %d; a name that may mean both belongs under %s."
                                .formatted(
                                        name.value(),
                                        stem(column),
                                        stem(earlier.column()),
                                        earlier.name().line(),
                                        UNCLEAR));
            }
        }
    }

    private void addUnclear(Entry entry, List<Text> fields) {
        Text name = new Text(entry.key(), entry.line());
        String key = key(name);
        List<RosterField> candidates = fields.stream()
                .map(field -> column(field.value(), field.line()).field())
                .toList();
        Alias alias = byKey.get(key);
        if (alias != null || MoodleNames.field(key) != null) {
            throw wrong(
                    name,
                    alias == null
                            ? "\"%s\" is Moodle's own name of a column, so it is clear.".formatted(name.value())
                            : "\"%s\" is said to be unclear, but it stands for %s in line %d."
                                    .formatted(
                                            name.value(),
                                            stem(alias.column()),
                                            alias.name().line()));
        }
        Unclear earlier = unclear.putIfAbsent(key, new Unclear(candidates, name.line()));
        if (earlier != null) {
            throw wrong(name, "\"%s\" stands there twice, first in line %d.".formatted(name.value(), earlier.line()));
        }
    }

    private String key(Text name) {
        String key = HeaderName.keyOf(name.value());
        if (key.isEmpty()) {
            throw wrong(name, "\"%s\" has no letters to tell a column by.".formatted(name.value()));
        }
        return key;
    }

    private RosterColumn column(String name, int line) {
        RosterField field = MoodleNames.field(name);
        RosterColumn column = field == null ? MoodleNames.column(name) : RosterColumn.named(field, 0, "");
        if (column == null || column.slot() > 0) {
            String nearest = NearestName.to(name, MoodleNames.stems());
            throw new MappingException(
                    file,
                    line,
                    "there is no field %s%s."
                            .formatted(name, nearest == null ? "" : "; did you mean " + nearest + "?"));
        }
        return column;
    }

    private MappingException wrong(Text text, String sentence) {
        return new MappingException(file, text.line(), sentence);
    }

    private static RosterColumn numbered(Alias alias, int slot) {
        return RosterColumn.named(alias.column().field(), slot, "");
    }

    private static String stem(RosterColumn column) {
        return column.field().stem() + column.profileField();
    }
}
