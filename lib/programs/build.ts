import { buildIfChanged } from "./launch/build.ts";
import { runProgram } from "./launch/complaint.ts";

/*
 * Builds the pages and no more, for an image that is to start at once.
 */
await runProgram(() => buildIfChanged((line) => console.log(line)));
