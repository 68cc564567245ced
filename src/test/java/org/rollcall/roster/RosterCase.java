package org.rollcall.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.header.Aliases;
import org.rollcall.roster.header.ColumnNames;
import org.rollcall.roster.header.Mapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** One file of the corpus in {@code rosters/}, with what is to be made of it; its README explains the keys. */
record RosterCase(
        String file,
        String is,
        @Nullable Map<String, String> options,
        @Nullable String mapping,
        @Nullable Map<String, String> details,
        @Nullable List<String> notes,
        @Nullable String columns,
        @Nullable List<String> rows,
        @Nullable Integer of,
        @Nullable List<String> problems,
        @Nullable String refused) {

    static final Path ROOT = Path.of("src/test/resources/rosters");
    private static final Aliases SHIPPED = Aliases.shipped();
    private static final List<String> FOLDERS = List.of("csv", "workbook", "header");

    static List<RosterCase> all() throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        List<RosterCase> all = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (InputStream yaml = Files.newInputStream(ROOT.resolve(folder).resolve("corpus.yml"))) {
                List<?> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
                for (Object entry : entries) {
                    all.add(mapper.convertValue(entry, RosterCase.class).in(folder));
                }
            }
        }
        return all;
    }

    private RosterCase in(String folder) {
        return new RosterCase(
                folder + "/" + file, is, options, mapping, details, notes, columns, rows, of, problems, refused);
    }

    Path path() {
        return ROOT.resolve(file);
    }

    RosterRules rules() {
        RosterRules rules = RosterRules.defaults();
        if (file.startsWith("header/")) {
            rules = rules.with(ColumnNames.of(SHIPPED, readMapping()));
        }
        if (options == null) {
            return rules;
        }
        String charset = options.get("charset");
        String delimiter = options.get("delimiter");
        return rules.with(new FileOptions(
                charset == null ? null : Charset.forName(charset),
                delimiter == null ? null : delimiter.charAt(0),
                options.get("sheet")));
    }

    private Mapping readMapping() {
        try {
            return mapping == null
                    ? Mapping.none()
                    : Mapping.read(mapping, Files.readString(path().resolveSibling(mapping)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public String toString() {
        return file + ": " + is;
    }
}
