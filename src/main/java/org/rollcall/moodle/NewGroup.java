package org.rollcall.moodle;

import java.util.Map;

/**
 * A group to create in a course (core_group_create_groups), without a description. A name that the course has already,
 * or an idnumber, refuses the call.
 *
 * @param idnumber empty for none
 */
public record NewGroup(long courseId, String name, String idnumber) implements BatchItem {

    @Override
    public Map<String, Object> parameters() {
        return new Parameters()
                .add("courseid", courseId)
                .add("name", name)
                .add("description", "")
                .add("idnumber", idnumber)
                .toMap();
    }
}
