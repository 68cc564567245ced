package org.rollcall.operation;

import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.MappingCheck;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.header.Aliases;
import org.rollcall.roster.header.ColumnNames;
import org.rollcall.roster.header.Mapping;
import org.rollcall.roster.header.MappingException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How rosters are read: the settings, and the two files beside them that say what headers mean. */
@Configuration(proxyBeanMethods = false)
public class RosterConfiguration {

    private static final String ALIASES = "aliases.yml";
    private static final String MAPPING = "mapping.yml";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Bean
    RosterRules rosterRules(RollcallSettings settings, Home home, Validator validator) {
        try {
            String aliases = text(home.config(), ALIASES);
            String mapping = text(home.config(), MAPPING);
            RosterRules rules = settings.roster()
                    .rules(ColumnNames.of(
                            aliases == null ? Aliases.shipped() : Aliases.read("config/" + ALIASES, aliases),
                            mapping == null ? Mapping.none() : Mapping.read(Mapping.FILE, mapping)));
            new MappingCheck(rules, validator).check();
            return rules;
        } catch (MappingException wrong) {
            throw new SettingsException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** The file's content; null if there is no such file. */
    private static @Nullable String text(Path config, String name) {
        Path file = config.resolve(name);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            String text = Files.readString(file);
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException otherCharset) {
            throw new SettingsException("config/%s is not written in UTF-8; save it so.".formatted(name), otherCharset);
        } catch (IOException unreadable) {
            throw new SettingsException(
                    "config/%s cannot be read; check that you may open it.".formatted(name), unreadable);
        }
    }
}
