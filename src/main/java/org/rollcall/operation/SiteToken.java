package org.rollcall.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.MoodleSite;
import org.rollcall.operation.RollcallSettings.SiteSettings;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Finds the token of the site. That of one site is never sent to another: a folder of the inbox whose settings name a site
 * of their own has to have a token of its own, too.
 */
final class SiteToken {

    static final String VARIABLE = "ROLLCALL_MOODLE_TOKEN";

    private static final String URL = "rollcall.site.url";
    private static final String TOKEN_FILE = "rollcall.site.token-file";

    private final SiteSettings settings;
    private final Home home;
    private final Environment environment;
    private final @Nullable FolderSettings folder;

    SiteToken(SiteSettings settings, Home home, Environment environment) {
        this.settings = settings;
        this.home = home;
        this.environment = environment;
        this.folder = FolderSettings.of(environment, home).orElse(null);
    }

    /**
     * Sees to it that the site is the one that the folder's settings name, if they name one.
     *
     * @throws SettingsException when the environment or the command line names another
     */
    void requireSiteOfFolder() {
        List<ConfigurationProperty> urls = all(URL);
        if (folder == null || urls.isEmpty() || isOfFolder(urls.get(0))) {
            return;
        }
        String inForce = text(urls.get(0));
        urls.stream()
                .filter(this::isOfFolder)
                .map(SiteToken::text)
                .filter(own -> !own.equals(inForce))
                .findFirst()
                .ifPresent(own -> {
                    throw new SettingsException(
                            "%s names the site \"%s\", and the environment or the command line names \"%s\" (%s); take one of the two away."
                                    .formatted(folder.fileName(), own, inForce, URL));
                });
    }

    /**
     * The token.
     *
     * @throws SettingsException when there is none that is meant for the site, or it cannot be one
     */
    String find() {
        if (folder != null) {
            Optional<String> own = variable(folder.tokenVariable());
            if (own.isPresent()) {
                return own.get();
            }
            if (isOfFolder(first(TOKEN_FILE))) {
                return fromFile(Objects.requireNonNull(settings.tokenFile()));
            }
            if (isSiteOfItsOwn()) {
                throw new SettingsException(
                        "%s names a site of its own, %s, and the token of another site is never sent there; set the environment variable %s, or %s in that file."
                                .formatted(folder.fileName(), settings.url(), folder.tokenVariable(), TOKEN_FILE));
            }
        }
        return variable(VARIABLE).orElseGet(() -> {
            if (settings.tokenFile() == null) {
                throw new SettingsException(
                        "There is no token for " + settings.url() + "; set the environment variable " + VARIABLE
                                + ", or " + TOKEN_FILE + " in config/application.yml.");
            }
            return fromFile(settings.tokenFile());
        });
    }

    private Optional<String> variable(String name) {
        String token = environment.getProperty(name, "").strip();
        return token.isEmpty() ? Optional.empty() : Optional.of(checked(token, "The environment variable " + name));
    }

    private String fromFile(Path file) {
        try {
            String token = Files.readString(home.folder().resolve(file)).strip();
            if (token.isEmpty()) {
                throw new SettingsException("The token file " + file + " is empty (" + TOKEN_FILE + ").");
            }
            return checked(token, "The token file " + file + " (" + TOKEN_FILE + ")");
        } catch (IOException unreadable) {
            throw new SettingsException("The token file " + file + " cannot be read (" + TOKEN_FILE + ").", unreadable);
        }
    }

    private static String checked(String token, String source) {
        if (!MoodleSite.canBeToken(token)) {
            throw new SettingsException(source
                    + " holds a sign that no token has, such as a space; it must hold the token and nothing else.");
        }
        return token;
    }

    private boolean isSiteOfItsOwn() {
        List<ConfigurationProperty> urls = all(URL);
        return !urls.isEmpty()
                && isOfFolder(urls.get(0))
                && urls.stream()
                        .filter(url -> !isOfFolder(url))
                        .noneMatch(url -> text(url).equals(text(urls.get(0))));
    }

    private @Nullable ConfigurationProperty first(String name) {
        return all(name).stream().findFirst().orElse(null);
    }

    /** All that is said of a setting, the one in force first. */
    private List<ConfigurationProperty> all(String name) {
        ConfigurationPropertyName property = ConfigurationPropertyName.of(name);
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(property))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String text(ConfigurationProperty property) {
        return String.valueOf(property.getValue()).strip();
    }

    private boolean isOfFolder(@Nullable ConfigurationProperty property) {
        return folder != null
                && property != null
                && SettingsOrigin.file(property).filter(folder.file()::equals).isPresent();
    }
}
