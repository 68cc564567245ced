package org.rollcall.operation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.MoodleSite;
import org.rollcall.moodle.TimeLimits;
import org.rollcall.operation.RollcallSettings.SandboxSettings;
import org.rollcall.operation.RollcallSettings.SiteSettings;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;
import org.springframework.core.env.Environment;

/**
 * The Moodle that this process works on: the one that the settings name, or else the sandbox, which is started for it
 * and ends with it.
 */
public final class Site implements AutoCloseable {

    private final String name;
    private final MoodleSite moodle;
    private final @Nullable Sandbox sandbox;

    private Site(String name, MoodleSite moodle, @Nullable Sandbox sandbox) {
        this.name = name;
        this.moodle = moodle;
        this.sandbox = sandbox;
    }

    /**
     * @throws SettingsException when the settings name a site that cannot be called, give no token for it, or name a file
     *     that cannot be used
     * @throws IOException when the sandbox's folder cannot be made
     */
    static Site open(SiteSettings settings, SandboxSettings practice, Home home, Environment environment)
            throws IOException {
        SiteToken token = new SiteToken(settings, home, environment);
        token.requireSiteOfFolder();
        URI url = settings.url();
        if (url == null || url.toString().isBlank()) {
            SandboxOptions options = SandboxOptions.in(Home.ownerOnly(home.var().resolve("sandbox")));
            Sandbox sandbox = Sandbox.start(practice.programPartner() ? options.withProgramPartner() : options);
            return new Site("sandbox", moodle(settings, home, sandbox.url(), sandbox.token()), sandbox);
        }
        return new Site(url.toString(), moodle(settings, home, url, token.find()), null);
    }

    private static MoodleSite moodle(SiteSettings settings, Home home, URI url, String token) {
        Path caFile = settings.caFile();
        List<X509Certificate> authorities =
                caFile == null ? List.of() : new CaFile(caFile, "rollcall.site.ca-file").certificates(home);
        try {
            return new MoodleSite(
                    url,
                    token,
                    settings.format(),
                    settings.maxInputVars(),
                    new TimeLimits(settings.connectTimeout(), settings.readTimeout(), settings.callTimeout()),
                    settings.readAttempts(),
                    settings.retryDelay(),
                    settings.allowHttp(),
                    authorities);
        } catch (IllegalArgumentException unusable) {
            throw new SettingsException("rollcall.site.url cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /** What runs and reports call the site: its address, or {@code sandbox}. */
    public String name() {
        return name;
    }

    /** Whether it is the built-in practice Moodle. */
    public boolean isSandbox() {
        return sandbox != null;
    }

    /** Where and how to call it. */
    public MoodleSite moodle() {
        return moodle;
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
