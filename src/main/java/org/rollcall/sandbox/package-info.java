/**
 * The practice Moodle: an HTTP server on loopback that answers Moodle's REST web services as a stock Moodle 4.5 does.
 *
 * <p>{@link org.rollcall.sandbox.Sandbox} starts one, on a folder (its data then outlives the process) or in memory.
 * What the site holds at first comes from a seed, a small YAML file; without one it is the practice site that ships
 * with the program.
 *
 * <p>A request travels through few hands: {@code SandboxServer} speaks HTTP, {@code PhpForm} reads the form as PHP
 * would (and drops what PHP would drop), {@code Delivery} lets the call meet the faults that were asked for
 * ({@link org.rollcall.sandbox.Faults}), {@code Gatekeeper} judges token and function, {@code ParameterCheck} holds
 * the parameters against the function's {@code Description}, and the function itself, one small class each, works on
 * the tables inside one transaction. A refusal is a {@code MoodleFault}; it rolls the transaction back.
 *
 * <p>How far people came (completion, grades, last access) comes from the seed's section {@code progress}. Told so, the
 * sandbox is a program partner's site as well, with the functions in {@code ProgramPartner}.
 *
 * <p>To add a function, write a class that implements {@code MoodleFunction} and list it in {@code FunctionTable}.
 */
@NullMarked
package org.rollcall.sandbox;

import org.jspecify.annotations.NullMarked;
