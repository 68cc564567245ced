package org.rollcall.operation;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * The settings of one folder of the inbox: {@code config/inbox/FOLDER.yml}, of the same form as
 * {@code config/application.yml} and laid over it, setting by setting.
 *
 * @param home the installation
 * @param folder the folder's name
 */
public record FolderSettings(Home home, String folder) {

    /** The setting of Spring's that says where it reads settings from. */
    public static final String LOCATION = "spring.config.location";

    private static final String ENDING = ".yml";

    /** What Spring would take for something else in the name of a place is not among these. */
    private static final Pattern USABLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-][\\p{L}\\p{M}\\p{N} ._-]*");

    /**
     * @throws SettingsException when no folder can have settings under this name
     */
    public FolderSettings {
        if (!USABLE.matcher(folder).matches()) {
            throw new SettingsException(
                    "The folder inbox/%s cannot be worked with: its name may have letters, digits, blanks, dots, - and _ only."
                            .formatted(folder));
        }
    }

    /** Where Rollcall reads the settings of an installation. */
    public static String location(Home home) {
        return "classpath:/,optional:file:" + home.config() + "/";
    }

    /** The folder whose settings an environment was read with, if any. */
    static Optional<FolderSettings> of(Environment environment, Home home) {
        return of(environment.getProperty(LOCATION, ""), home);
    }

    /** The folder whose settings are among those of the command line, if any. */
    public static Optional<FolderSettings> of(Map<String, Object> settings, Home home) {
        return of(String.valueOf(settings.get(LOCATION)), home);
    }

    private static Optional<FolderSettings> of(String location, Home home) {
        String before = before(home);
        return location.startsWith(before)
                ? Optional.of(new FolderSettings(
                        home, location.substring(before.length(), location.length() - ENDING.length())))
                : Optional.empty();
    }

    private static String before(Home home) {
        return location(home) + ",optional:file:" + home.config().resolve("inbox") + "/";
    }

    /** What makes Spring read them, as a setting. */
    public Map<String, Object> location() {
        return Map.of(LOCATION, before(home) + folder + ENDING);
    }

    /** The file, whether it is there or not. */
    public Path file() {
        return home.config().resolve("inbox").resolve(folder + ENDING);
    }

    /** What messages call the file. */
    public String fileName() {
        return "config/inbox/" + folder + ENDING;
    }

    /** The environment variable that holds the token of this folder alone. */
    public String tokenVariable() {
        return SiteToken.VARIABLE + "_" + folder.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
