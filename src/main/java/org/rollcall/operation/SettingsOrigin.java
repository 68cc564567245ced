package org.rollcall.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/** Where a setting is written. */
public final class SettingsOrigin {

    private SettingsOrigin() {}

    /** The place in a file; empty where it comes from the command line or the environment. */
    public static Optional<TextResourceOrigin> text(ConfigurationProperty property) {
        Origin origin = property.getOrigin();
        if (origin instanceof PropertySourceOrigin wrapped) {
            origin = wrapped.getOrigin();
        }
        return origin instanceof TextResourceOrigin text ? Optional.of(text) : Optional.empty();
    }

    /** The file, absolute and normalised; empty where it stands in none. */
    public static Optional<Path> file(ConfigurationProperty property) {
        return text(property).map(TextResourceOrigin::getResource).flatMap(resource -> {
            try {
                return Optional.of(resource.getFile().toPath().toAbsolutePath().normalize());
            } catch (IOException notInAFile) {
                return Optional.empty();
            }
        });
    }
}
