package org.rollcall.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollcall.operation.RollcallSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which functions the token's service holds. */
@Component
@Order(2)
class ServiceExamination implements Examination {

    private static final String SUBJECT = "Service";

    private final RollcallSettings settings;

    ServiceExamination(RollcallSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> look(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            Set<String> missing = feature.missing(scene.site().functions());
            if (feature.isForeignTo(scene.site().functions())) {
                continue;
            }
            if (missing.isEmpty()) {
                findings.add(Finding.green(SUBJECT, "It has what is needed for " + feature.purpose() + "."));
            } else {
                boolean needed = switch (feature) {
                    case PROVISION -> true;
                    case CREATE_COHORTS -> settings.createMissingCohorts();
                    case GROUPS, CREATE_GROUPS -> settings.createMissingGroups();
                    default -> false;
                };
                findings.add(new Finding(
                        needed ? Light.RED : Light.AMBER,
                        SUBJECT,
                        "It lacks %s, for %s.".formatted(String.join(", ", missing), feature.purpose()),
                        AdminPlace.SERVICES.path() + " > Functions"));
            }
        }
        return findings;
    }
}
