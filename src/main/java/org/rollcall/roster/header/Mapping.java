package org.rollcall.roster.header;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.MappedValue.Source;
import org.rollcall.roster.header.YamlText.Entry;
import org.rollcall.roster.header.YamlText.Text;
import org.rollcall.roster.text.NearestName;

/**
 * What one site says of its rosters: which of their headers means what, which are of no use, and the values that rows have
 * beside their cells.
 */
public final class Mapping {
    /** What people call the file. */
    public static final String FILE = "config/mapping.yml";

    private static final List<String> SECTIONS = List.of("columns", "ignore", "constants", "defaults", "templates");

    private static final Set<RosterField> FILLED_BY_TEMPLATES = EnumSet.of(
            RosterField.USERNAME,
            RosterField.EMAIL,
            RosterField.IDNUMBER,
            RosterField.CITY,
            RosterField.DESCRIPTION,
            RosterField.INSTITUTION,
            RosterField.DEPARTMENT,
            RosterField.PHONE1,
            RosterField.PHONE2,
            RosterField.ADDRESS,
            RosterField.FIRSTNAMEPHONETIC,
            RosterField.LASTNAMEPHONETIC,
            RosterField.MIDDLENAME,
            RosterField.ALTERNATENAME,
            RosterField.INTERESTS,
            RosterField.PROFILE_FIELD_);

    /** Of these every person has their own. */
    private static final Set<RosterField> PERSONAL = EnumSet.of(RosterField.USERNAME, RosterField.EMAIL);

    /** For every row at once these could only be a mistake. */
    private static final Set<RosterField> OF_A_ROW_ALONE = EnumSet.of(RosterField.DELETED, RosterField.OLDUSERNAME);

    private static final Mapping NONE = read(FILE, "");

    private final YamlText text;
    private final Map<String, RosterColumn> columns = new TreeMap<>();
    private final Set<String> ignored = new TreeSet<>();
    private final Map<String, MappedValue> values = new LinkedHashMap<>();

    private Mapping(YamlText text) {
        this.text = text;
    }

    /** {@return nothing is mapped} */
    public static Mapping none() {
        return NONE;
    }

    /**
     * Reads a mapping.
     *
     * @param file what people call the file
     * @param yaml its content; what is commented out or left empty maps nothing
     * @return the mapping
     * @throws MappingException if it is no mapping, or contradicts itself
     */
    public static Mapping read(String file, String yaml) {
        Mapping mapping = new Mapping(new YamlText(file, yaml));
        for (Entry section : mapping.text.entries()) {
            switch (section.key()) {
                case "columns" -> mapping.text.entries(section).forEach(mapping::addColumn);
                case "ignore" -> mapping.text.texts(section).forEach(mapping::addIgnored);
                case "constants" -> mapping.addValues(section, Source.CONSTANT);
                case "defaults" -> mapping.addValues(section, Source.DEFAULT);
                case "templates" -> mapping.addValues(section, Source.TEMPLATE);
                default ->
                    throw mapping.text.wrong(
                            section.line(),
                            "there is no key %s; the keys there are %s."
                                    .formatted(section.key(), String.join(", ", SECTIONS)));
            }
        }
        return mapping;
    }

    /** {@return the values that rows have beside their cells, in the order of the file} */
    public Collection<MappedValue> values() {
        return Collections.unmodifiableCollection(values.values());
    }

    /** {@return the same values, with nothing said of headers} */
    public Mapping withoutHeaders() {
        Mapping mapping = new Mapping(text);
        mapping.values.putAll(values);
        return mapping;
    }

    /**
     * Something that is wrong with one of the values.
     *
     * @param value the value
     * @param sentence what is wrong, ending with a full stop
     */
    public MappingException wrong(MappedValue value, String sentence) {
        return text.wrong(value.line(), sentence);
    }

    boolean ignores(HeaderName name) {
        return ignored.contains(name.key());
    }

    @Nullable
    RosterColumn column(HeaderName name) {
        return columns.get(name.key());
    }

    @Nullable
    MappedValue value(RosterColumn column) {
        return values.get(column.key());
    }

    /** All of it as a text that is another one whenever something else is mapped. */
    @Override
    public String toString() {
        List<String> all = new ArrayList<>();
        columns.forEach((key, column) -> all.add(key + ">" + column.name()));
        new TreeMap<>(values)
                .forEach((key, value) -> all.add(
                        value.column().name() + value.source() + value.text().length() + "=" + value.text()));
        return all + ignored.toString();
    }

    private void addColumn(Entry entry) {
        String key = key(new Text(entry.key(), entry.line()));
        Text name = text.text(entry);
        if (columns.putIfAbsent(key, column(name)) != null) {
            throw text.wrong(entry.line(), "the header \"%s\" is mapped twice.".formatted(entry.key()));
        }
    }

    private void addIgnored(Text name) {
        String key = key(name);
        if (columns.containsKey(key) || !ignored.add(key)) {
            throw text.wrong(
                    name.line(), "\"%s\" is ignored, and it stands in another place, too.".formatted(name.value()));
        }
    }

    private void addValues(Entry section, Source source) {
        for (Entry entry : text.entries(section)) {
            RosterColumn column = column(new Text(entry.key(), entry.line()));
            Text value = text.text(entry);
            if (source != Source.TEMPLATE && PERSONAL.contains(column.field())) {
                throw text.wrong(
                        entry.line(),
                        "%s cannot stand under %s, as everybody has another one; a template can make it of the names."
                                .formatted(column.name(), section.key()));
            }
            if (OF_A_ROW_ALONE.contains(column.field())) {
                throw text.wrong(
                        entry.line(),
                        "%s cannot stand under %s, as only a row itself may ask for that."
                                .formatted(column.name(), section.key()));
            }
            if (source == Source.TEMPLATE) {
                checkTemplate(column, value);
            }
            MappedValue earlier =
                    values.putIfAbsent(column.key(), new MappedValue(column, source, value.value(), entry.line()));
            if (earlier != null) {
                throw text.wrong(
                        entry.line(),
                        "%s stands under %s, and in line %d under %s; leave one of them out."
                                .formatted(
                                        column.name(),
                                        section.key(),
                                        earlier.line(),
                                        earlier.source().section()));
            }
        }
    }

    private void checkTemplate(RosterColumn column, Text template) {
        if (!FILLED_BY_TEMPLATES.contains(column.field())) {
            throw text.wrong(template.line(), "%s cannot be made by a template.".formatted(column.name()));
        }
        try {
            boolean ofItself = new Template(template.value()).fields().contains(column.field());
            if (ofItself) {
                throw text.wrong(template.line(), "the template of the username cannot be made of %u, itself.");
            }
        } catch (IllegalArgumentException noTemplate) {
            throw text.wrong(
                    template.line(), "in the template of %s, %s.".formatted(column.name(), noTemplate.getMessage()));
        }
    }

    private String key(Text name) {
        String key = HeaderName.keyOf(name.value());
        if (key.isEmpty()) {
            throw text.wrong(name.line(), "\"%s\" has no letters to tell a column by.".formatted(name.value()));
        }
        return key;
    }

    private RosterColumn column(Text name) {
        RosterField field = MoodleNames.field(name.value());
        RosterColumn column = field == null || !field.numbered()
                ? MoodleNames.column(name.value())
                : RosterColumn.named(field, 1, "");
        if (column == null) {
            String nearest = NearestName.to(name.value(), MoodleNames.like(name.value()));
            throw text.wrong(
                    name.line(),
                    "there is no column %s%s."
                            .formatted(name.value(), nearest == null ? "" : "; did you mean " + nearest + "?"));
        }
        return column;
    }
}
