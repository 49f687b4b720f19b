import { join } from "node:path";
import { wordLimits } from "#lib/domain/word/refusals.ts";
import { boundedNode } from "#lib/ops/bounded.ts";

/**
 * The heap bounds what the words need; the system bounds everything, pictures too, which lie outside the heap. More than a
 * third of it Node sets aside and never touches.
 */
const bounds = { seconds: wordLimits.seconds, kilobytes: 1_500_000 };
const heapMegabytes = 384;
/** What the reader is made of. Whatever else lies there, such as the secret and uploaded files, is none of its business. */
const parts = ["lib", "node_modules", "package.json"];

/** How to run Node so that it may read our own code and nothing else, write nothing, and take no more than it needs. */
export function readerCommand(root: string, run: readonly string[]): [command: string, args: string[]] {
  return boundedNode(bounds, [
    `--max-old-space-size=${heapMegabytes}`,
    "--permission",
    ...parts.map((part) => `--allow-fs-read=${join(root, part)}`),
    "--no-warnings",
    ...run,
  ]);
}
