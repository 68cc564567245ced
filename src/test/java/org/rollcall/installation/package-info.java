/**
 * A whole installation of Rollcall for a test: a home of its own, a sandbox behind real HTTP, a job state in a real file,
 * and the commands as a person gives them.
 */
@NullMarked
package org.rollcall.installation;

import org.jspecify.annotations.NullMarked;
