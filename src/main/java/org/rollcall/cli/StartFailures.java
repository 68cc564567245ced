package org.rollcall.cli;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.FolderSettings;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.SettingsOrigin;
import org.rollcall.sandbox.SandboxException;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in one sentence why the program's parts could not be built: nearly always a setting. */
final class StartFailures {

    private static final String FILE = "config/application.yml";
    private static final Path FOLDER_FILES = Path.of("inbox");

    private StartFailures() {}

    static RuntimeException explain(RuntimeException failure) {
        return explain(failure, null);
    }

    /** @param folder whose settings were laid over the others, or null */
    static RuntimeException explain(RuntimeException failure, @Nullable FolderSettings folder) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = sentence(cause, folder);
            if (sentence != null) {
                return new SettingsException(sentence, failure);
            }
        }
        return failure;
    }

    private static @Nullable String sentence(Throwable cause, @Nullable FolderSettings folder) {
        if (cause instanceof SettingsException) {
            return cause.getMessage();
        }
        if (cause instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            return "%s cannot be read: %s in line %d."
                    .formatted(
                            brokenFile(folder),
                            yaml.getProblem(),
                            yaml.getProblemMark().getLine() + 1);
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
            return brokenFile(folder) + " cannot be read: " + cause.getMessage();
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
        return SettingsOrigin.text(property)
                .filter(text -> text.getLocation() != null)
                .map(text -> "line %d of %s"
                        .formatted(Objects.requireNonNull(text.getLocation()).getLine() + 1, file(property)))
                .orElse("given on the command line or in the environment");
    }

    private static String file(ConfigurationProperty property) {
        return SettingsOrigin.file(property)
                .filter(file -> FOLDER_FILES.equals(file.getName(file.getNameCount() - 2)))
                .map(file -> "config/inbox/" + file.getFileName())
                .orElse(FILE);
    }

    /** What reads the files does not say which of them it could not read. */
    private static String brokenFile(@Nullable FolderSettings folder) {
        if (folder == null || !Files.exists(folder.file())) {
            return FILE;
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(folder.file())) {
            new Yaml(new SafeConstructor(options)).loadAll(reader).forEach(document -> {});
            return FILE;
        } catch (IOException | YAMLException broken) {
            return folder.fileName();
        }
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
