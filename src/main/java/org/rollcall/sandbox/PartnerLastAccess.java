package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.Map;
import org.rollcall.sandbox.Description.Structure;

/** {@code local_wsfunc_get_lastaccess}: when somebody, by default (0) the caller, was last seen on the site. */
final class PartnerLastAccess implements MoodleFunction {
    private final Tables tables;
    private final PartnerCohorts cohorts;

    PartnerLastAccess(Tables tables) {
        this.tables = tables;
        this.cohorts = new PartnerCohorts(tables);
    }

    @Override
    public String name() {
        return "local_wsfunc_get_lastaccess";
    }

    @Override
    public Structure parameters() {
        return structure().with("userid", defaulting(ParamType.INT, "0"));
    }

    @Override
    public Description returns() {
        return structure().with("lastaccess", required(ParamType.INT));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        call.enterSite();
        long userId = arguments.number("userid");
        if (userId == 0 || call.isOwn(userId)) {
            return Map.of("lastaccess", call.caller().account().lastaccess());
        }
        cohorts.require(userId, call);
        return Map.of("lastaccess", tables.users().required(userId).lastaccess());
    }
}
