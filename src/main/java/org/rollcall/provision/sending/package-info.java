/**
 * How the job deals with a site: it asks first whether it may work there, and sends what it has in batches.
 *
 * <p>{@link org.rollcall.provision.sending.SitePrecondition} asks. A step that writes gives its items to a
 * {@link org.rollcall.provision.sending.BatchSender}, one for each web-service function, and says in a
 * {@link org.rollcall.provision.sending.BatchCall} how a batch is sent and what comes of it. The sender cuts batches as
 * large as suits the site just then, asks a busy site again after a pause, and has the call look, before it repeats
 * anything, what became of a batch without a whole answer ({@link org.rollcall.provision.sending.SettlingTime}).
 *
 * <p>A refused batch is data, not an exception: {@code Bisection} splits it until the guilty item stands alone and can be
 * told why. Only a site that is unavailable ends a step, and the run can be taken up again.
 *
 * <p>The lowest room of the job; it knows nothing of rows, accounts or courses.
 */
@NullMarked
package org.rollcall.provision.sending;

import org.jspecify.annotations.NullMarked;
