// @ts-check
/*
 * How V8 is told to treat processes that answer readers. Most of it is read only while V8 begins, so it stands in the command. A Node
 * that knows one of these no more ends at once, so they are to be looked at when it is another.
 */

/**
 * Heaps may grow by as much again as is alive in them. By itself V8 allows little to one that small, and to one that is seldom asked
 * for something, and then goes through all of it again and again: in the gate, where bodies of pages count too, a fifth of
 * what a page costs that nobody has asked for. Nor is memory given back, and compiled code with it, when nothing was asked
 * for a few seconds.
 */
const forBoth = ["--heap-growing-percent=100", "--no-memory-reducer"];

/** What the gate makes for an answer is short-lived, and cheapest where much of it fits before V8 looks what is alive; mebibytes. */
export const forGate = [...forBoth, "--min-semi-space-size=32", "--max-semi-space-size=32"];

/** What runs as seldom as the parts of a page do is compiled well too. */
export const forPages = [...forBoth, "--invocation-count-for-maglev=100", "--minimum-invocations-after-ic-update=100"];
