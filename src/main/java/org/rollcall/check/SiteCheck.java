package org.rollcall.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.SiteInfo;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.Site;
import org.springframework.stereotype.Component;

/** Looks a site over. */
@Component
public class SiteCheck {

    private static final String ADDRESS = "Address";

    private final Site site;
    private final MoodleClient moodle;
    private final List<Examination> examinations;

    SiteCheck(Site site, MoodleClient moodle, List<Examination> examinations) {
        this.site = site;
        this.moodle = moodle;
        this.examinations = List.copyOf(examinations);
    }

    /**
     * Looks, and changes nothing on the site.
     *
     * @param course the short name of the course in which enrolling is tried out, or null for any course
     */
    public CheckResult run(@Nullable String course) {
        Outcome<SiteInfo> answer = moodle.site().info();
        if (answer instanceof Done<SiteInfo> done) {
            List<Finding> findings = new ArrayList<>(atTheDoor(done.value()));
            Scene scene = new Scene(done.value(), course);
            examinations.forEach(examination -> findings.addAll(examination.look(scene)));
            return new CheckResult(findings, hasGoneAway(findings));
        }
        return keptOut(answer);
    }

    /** A site that closed while it was looked at makes lines red that are no fault of its settings. */
    private boolean hasGoneAway(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.light() == Light.RED)
                && moodle.site().info() instanceof Unavailable<SiteInfo> gone
                && !gone.kind().isConfigurationFault();
    }

    private CheckResult keptOut(Outcome<SiteInfo> answer) {
        if (answer instanceof Unavailable<SiteInfo> unavailable) {
            UnavailableKind kind = unavailable.kind();
            List<Finding> findings = new ArrayList<>();
            if (isBehindTheAddress(kind)) {
                findings.add(address());
            }
            findings.add(Finding.red(subject(kind), unavailable.reason(), Remedies.of(kind)));
            return new CheckResult(findings, !kind.isConfigurationFault());
        }
        String reason = answer instanceof Refused<SiteInfo> refused
                ? "The site refuses to say who it is: " + refused.message()
                : "The site did not answer.";
        return new CheckResult(List.of(Finding.red(ADDRESS, reason, Remedies.of(UnavailableKind.SERVICE))), false);
    }

    private static boolean isBehindTheAddress(UnavailableKind kind) {
        return switch (kind) {
            case UNREACHABLE, NOT_TRUSTED, NOT_MOODLE, NO_ANSWER -> false;
            default -> true;
        };
    }

    private static String subject(UnavailableKind kind) {
        return switch (kind) {
            case NOT_TRUSTED -> "Encryption";
            case SERVICES_OFF -> "Web services";
            case TOKEN, ACCOUNT -> "Token";
            case SERVICE, PERMISSION, REFUSED -> "Service";
            case MAINTENANCE, BUSY -> "Site";
            case UNREACHABLE, NO_ANSWER, NOT_MOODLE -> ADDRESS;
        };
    }

    private Finding address() {
        return Finding.green(ADDRESS, site.moodle().url() + " answers.");
    }

    private List<Finding> atTheDoor(SiteInfo info) {
        String owner = "The token is that of %s (%s)%s."
                .formatted(info.username(), info.fullname(), info.siteAdmin() ? ", an administrator of the site" : "");
        Finding token = info.siteAdmin()
                ? Finding.amber(
                        "Token",
                        owner + " One that may do everything may also do damage.",
                        "an account of its own with a role of its own, see docs/moodle-setup.md")
                : Finding.green("Token", owner);
        return List.of(
                address(),
                encryption(),
                Finding.green("Web services", "Web services and REST are switched on."),
                token);
    }

    private Finding encryption() {
        String subject = "Encryption";
        if ("https".equalsIgnoreCase(site.moodle().url().getScheme())) {
            return Finding.green(subject, "The connection is encrypted and the certificate is trusted.");
        }
        return site.moodle().isOnThisMachine()
                ? Finding.green(subject, "There is none, and none is needed: the site is on this machine.")
                : Finding.amber(
                        subject,
                        "The address begins with http: passwords and the token travel as plain text.",
                        "rollcall.site.url in config/application.yml, once the site has https");
    }
}
