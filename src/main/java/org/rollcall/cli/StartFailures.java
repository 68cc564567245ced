package org.rollcall.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.SettingsException;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in one sentence why the program's parts could not be built: nearly always a setting. */
final class StartFailures {

    private static final String FILE = "config/application.yml";

    private StartFailures() {}

    static RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = sentence(cause);
            if (sentence != null) {
                return new SettingsException(sentence, failure);
            }
        }
        return failure;
    }

    private static @Nullable String sentence(Throwable cause) {
        if (cause instanceof SettingsException) {
            return cause.getMessage();
        }
        if (cause instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            return "%s cannot be read: %s in line %d."
                    .formatted(FILE, yaml.getProblem(), yaml.getProblemMark().getLine() + 1);
        }
        if (cause instanceof UnboundConfigurationPropertiesException unknown) {
            ConfigurationProperty property =
                    unknown.getUnboundProperties().iterator().next();
            return "There is no setting %s (%s); see config/README.md for those there are."
                    .formatted(property.getName(), origin(property));
        }
        if (cause instanceof BindValidationException invalid) {
            ObjectError error = invalid.getValidationErrors().getAllErrors().get(0);
            String name = error instanceof FieldError field ? kebab(field.getField()) : "";
            return "The setting rollcall.%s %s.".formatted(name, error.getDefaultMessage());
        }
        if (cause instanceof BindException bind && !(bind.getCause() instanceof BindException)) {
            return bindSentence(bind);
        }
        if (cause instanceof ConfigDataException) {
            return FILE + " cannot be read: " + cause.getMessage();
        }
        return null;
    }

    private static @Nullable String bindSentence(BindException bind) {
        Throwable root = bind;
        while (root.getCause() != null) {
            if (root.getCause() instanceof UnboundConfigurationPropertiesException
                    || root.getCause() instanceof BindValidationException
                    || root.getCause() instanceof SettingsException) {
                return null;
            }
            root = root.getCause();
        }
        ConfigurationProperty property = bind.getProperty();
        if (property == null) {
            return root instanceof IllegalArgumentException ? root.getMessage() : null;
        }
        return "The setting %s cannot be %s (%s).".formatted(property.getName(), property.getValue(), origin(property));
    }

    private static String origin(ConfigurationProperty property) {
        return property.getOrigin() == null ? FILE : property.getOrigin().toString();
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
