import { setTimeout as wait } from "node:timers/promises";

/** What one kind of request was answered, all outage long. */
export interface Tally {
  answers: Record<string, number>;
  times: number[];
  /** What was not as promised, with the moment of it. */
  wrong: string[];
}

/** A request that an outage meets, and what its answer has to be. */
export interface Question {
  kind: string;
  path: () => string;
  cookie?: string | undefined;
  form?: Record<string, string> | undefined;
  /** What is wrong with an answer. Null where nothing is. */
  complain: (answer: Response, text: string) => string | null;
}

/** What happened to questions of each kind. */
export function createTallies(address: string) {
  const tallies: Record<string, Tally> = {};

  async function put({ kind, path, cookie, form, complain }: Question): Promise<void> {
    const tally = (tallies[kind] ??= { answers: {}, times: [], wrong: [] });
    const target = path();
    const begun = performance.now();
    const init = form ? { method: "POST", body: new URLSearchParams(form) } : {};
    const headers = { origin: address, ...(cookie && { cookie }) };
    const found = await fetch(address + target, { redirect: "manual", ...init, headers })
      .then(async (answer) => ({ status: String(answer.status), complaint: complain(answer, await answer.text()) }))
      .catch((error: unknown) => ({ status: "none", complaint: String(error) }));
    const took = performance.now() - begun;
    tally.times.push(took);
    tally.answers[found.status] = (tally.answers[found.status] ?? 0) + 1;
    if (found.complaint) tally.wrong.push(`${target}, ${found.status} after ${took.toFixed(0)} ms: ${found.complaint}`);
  }

  return { tallies, put };
}

/** Asks one question after the other until told to stop, with a pause between two. */
export async function keepAsking(
  put: (question: Question) => Promise<void>,
  questions: readonly Question[],
  { from, pauseMs, until }: { from: number; pauseMs: number; until: () => boolean },
): Promise<void> {
  for (let turn = from; !until(); turn += 1) {
    const question = questions[turn % questions.length];
    if (question) await put(question);
    await wait(pauseMs);
  }
}
