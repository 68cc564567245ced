package org.rollcall.cli;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.SettingsException;
import org.rollcall.sandbox.SandboxException;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
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
            return "There is no setting %s (%s); config/application.yml, as it came, lists those there are."
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
        if (cause instanceof SandboxException) {
            return cause.getMessage();
        }
        if (cause instanceof FlywayException || cause instanceof PoolInitializationException) {
            return "The job state in var/state cannot be opened: it is damaged, or of another version of Rollcall. Move that"
                    + " folder away to begin with an empty one.";
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
        return "The setting %s cannot be \"%s\" (%s)."
                .formatted(property.getName(), property.getValue(), origin(property));
    }

    private static String origin(ConfigurationProperty property) {
        Origin origin = property.getOrigin();
        if (origin instanceof PropertySourceOrigin wrapped) {
            origin = wrapped.getOrigin();
        }
        if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
            return "line %d of %s".formatted(text.getLocation().getLine() + 1, FILE);
        }
        return "given on the command line or in the environment";
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
