package org.rollcall.check;

import java.util.List;

/** One look at a site that answers. */
@FunctionalInterface
interface Examination {

    /** What is to be seen; nothing where there is nothing to say. */
    List<Finding> look(Scene scene);
}
