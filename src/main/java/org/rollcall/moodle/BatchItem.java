package org.rollcall.moodle;

import java.util.Map;

/** One item of a call that carries many: what {@link BatchLimits} counts when it cuts a list into batches. */
public sealed interface BatchItem
        permits NewUser,
                UserUpdate,
                NewCohort,
                NewMember,
                MemberRemoval,
                Enrolment,
                Unenrolment,
                NewGroup,
                NewGroupMember {

    /** The item's parameters in the order they are sent: texts, numbers, truth values, and lists and maps of these. */
    Map<String, Object> parameters();

    /** How many form fields the item takes. */
    default int fieldCount() {
        return FormEncoder.fieldCount(parameters());
    }

    /** How many bytes of form the item takes at most. */
    default int formBytes() {
        return FormEncoder.byteCount(parameters());
    }
}
