import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { isLetterDue } from "#lib/data/letters/letters.ts";
import type { Log } from "#lib/ops/log.ts";

const everyMs = 2000;

/** Looks every two seconds whether a letter is due, and sends what is. @returns a function that stops after the letter under way */
export function keepPosting(log: Log): () => Promise<void> {
  const stopping = new AbortController();
  let round = Promise.resolve();
  let failing = false;
  const look = async () => {
    try {
      if (await isLetterDue(new Date())) report(await sendLetters({ signal: stopping.signal }), log);
      failing = false;
    } catch (error) {
      // Said once: while the database is away, every look fails.
      if (!failing) log.error({ err: error }, "letters cannot be sent at the moment");
      failing = true;
    }
    if (!stopping.signal.aborted) timer = setTimeout(again, everyMs);
  };
  const again = () => void (round = look());
  let timer = setTimeout(again);
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await round;
  };
}

function report({ sent, failed, skipped }: Awaited<ReturnType<typeof sendLetters>>, log: Log) {
  if (failed) log.warn({ sent, failed, skipped }, "some letters were refused and will be tried again");
}
