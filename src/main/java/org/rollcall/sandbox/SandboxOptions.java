package org.rollcall.sandbox;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to start a sandbox.
 *
 * @param folder where its data lasts; null keeps it in memory, gone when the sandbox closes
 * @param port the loopback port, 0 for any free one
 * @param seed the YAML text of the seed; null stands for the practice site
 * @param debug Moodle's debug level (0 as production sites have it, 15 and more tell details); null leaves it to the
 *     seed
 * @param maxInputVars PHP's limit of form pairs in a request, beyond which pairs are dropped without a word; null
 *     leaves it to the seed
 * @param programPartner whether it also has the functions of a program partner's site, which no stock Moodle has
 */
public record SandboxOptions(
        @Nullable Path folder,
        int port,
        @Nullable String seed,
        @Nullable Integer debug,
        @Nullable Integer maxInputVars,
        boolean programPartner) {

    /** A sandbox whose data lasts in the folder; the folder is made when it is not there. */
    public static SandboxOptions in(Path folder) {
        return new SandboxOptions(folder, 0, null, null, null, false);
    }

    /** A sandbox that forgets everything when it closes. */
    public static SandboxOptions inMemory() {
        return new SandboxOptions(null, 0, null, null, null, false);
    }

    /** Listens on this port instead of any free one. */
    public SandboxOptions withPort(int newPort) {
        return new SandboxOptions(folder, newPort, seed, debug, maxInputVars, programPartner);
    }

    /** Starts from this seed, given as YAML text, if the data is new. */
    public SandboxOptions withSeed(String yaml) {
        return new SandboxOptions(folder, port, yaml, debug, maxInputVars, programPartner);
    }

    /**
     * Starts from the seed in this YAML file, if the data is new.
     *
     * @throws SandboxException if the file cannot be read, or holds no seed
     */
    public SandboxOptions withSeed(Path yaml) {
        try {
            String text = Files.readString(yaml);
            // Now, while it is known where the text comes from.
            SeedReader.read(yaml.toString(), text);
            return withSeed(text);
        } catch (NoSuchFileException e) {
            throw new SandboxException("There is no file " + yaml + ".", e);
        } catch (CharacterCodingException e) {
            throw new SandboxException(yaml + " is not text in UTF-8.", e);
        } catch (IOException e) {
            throw new SandboxException("The file " + yaml + " cannot be read.", e);
        }
    }

    /** Tells of errors as Moodle does at this debug level: 0, 15 (NORMAL) or 32767 (DEVELOPER, displayed). */
    public SandboxOptions withDebug(int level) {
        return new SandboxOptions(folder, port, seed, level, maxInputVars, programPartner);
    }

    /** Drops form pairs beyond this number, as PHP does. */
    public SandboxOptions withMaxInputVars(int limit) {
        return new SandboxOptions(folder, port, seed, debug, limit, programPartner);
    }

    /** Answers, and offers to every token, the functions of a program partner's site beside Moodle's own. */
    public SandboxOptions withProgramPartner() {
        return new SandboxOptions(folder, port, seed, debug, maxInputVars, true);
    }

    /** Without the seed, which may hold tokens. */
    @Override
    public String toString() {
        return "SandboxOptions[folder=" + folder + ", port=" + port + "]";
    }
}
