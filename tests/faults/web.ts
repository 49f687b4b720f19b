import { setTimeout as wait } from "node:timers/promises";
import { Parser } from "htmlparser2";
import type { Fields, Times } from "./words.ts";

export interface Tally {
  requests: number;
  inFlight: number;
  /** Connections broken off or never made. */
  cut: number;
  /** Answers from 500 up. */
  failed: number;
  /** Forms that were answered with 303. */
  acknowledged: number;
  /** Steps of all clients' work that are done. */
  steps: number;
}

export const newTally = (): Tally => ({ requests: 0, inFlight: 0, cut: 0, failed: 0, acknowledged: 0, steps: 0 });

interface Reply {
  status: number;
  location: string;
  text: string;
}

interface Form {
  action: string;
  /** What its hidden fields held. */
  hidden: Fields;
}

export type Visitor = ReturnType<typeof createVisitor>;

const mostTries = 80;
const answerMs = 30_000;

/** One client, who tries again whatever is not answered or answered with a fault of the server's. */
export function createVisitor(address: string, client: number, tally: Tally, cookie = "") {
  // As a proxy on this machine would say whom it asks for, so that limits by address do not take all clients for one.
  const from = { "x-forwarded-for": `10.${client >> 16}.${(client >> 8) & 255}.${client & 255}`, cookie };
  const asBrowser = { ...from, origin: address, "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate" };

  let retried = 0;

  async function once(path: string, init: RequestInit): Promise<Reply | null> {
    tally.requests++;
    tally.inFlight++;
    try {
      const signal = AbortSignal.timeout(answerMs);
      const answer = await fetch(address + path, { redirect: "manual", signal, ...init });
      const reply = {
        status: answer.status,
        location: answer.headers.get("location") ?? "",
        text: await answer.text(),
      };
      if (reply.status < 500) return reply;
      tally.failed++;
    } catch {
      tally.cut++;
    } finally {
      tally.inFlight--;
    }
    return null;
  }

  async function untilAnswered(path: string, init: RequestInit): Promise<Reply> {
    for (let tried = 1; tried <= mostTries; tried++) {
      const reply = await once(path, init);
      if (reply) return reply;
      retried += 1;
      await wait(Math.min(3000, 100 * 1.4 ** tried));
    }
    throw new Error(`${path} was tried ${mostTries} times in vain`);
  }

  async function post(path: string, fields: Fields): Promise<string> {
    const body = new URLSearchParams(fields);
    const { status, location } = await untilAnswered(path, { method: "POST", headers: asBrowser, body });
    if (status !== 303) throw new Error(`The form to ${path} was answered with ${status}`);
    tally.acknowledged++;
    return location;
  }

  return {
    /** The form of a page that is sent to an address ending like this. */
    async form(path: string, ending: string): Promise<Form> {
      const { status, text } = await untilAnswered(path, { headers: from });
      if (status !== 200 || !text.trimEnd().endsWith("</html>"))
        throw new Error(`${path} is no whole page (${status}): ${text.slice(-80)}`);
      const form = formsIn(text).find(({ action }) => action.endsWith(ending));
      if (!form) throw new Error(`${path} has no form to …${ending}`);
      return form;
    },
    /** How often it had to try again. */
    retries: () => retried,
    /** Any page, however often it has to be asked for. */
    page: (path: string): Promise<Reply> => untilAnswered(path, { headers: from }),
    /** Sends a form, once or twice at the same moment. @returns where each answer led */
    send: (path: string, fields: Fields, times: Times): Promise<string[]> =>
      Promise.all(Array.from({ length: times }, () => post(path, fields))),
  };
}

function formsIn(html: string): Form[] {
  const forms: Form[] = [];
  const parser = new Parser({
    onopentag(name, { method, action = "", type, name: field, value = "" }) {
      if (name === "form" && method === "post") forms.push({ action, hidden: {} });
      const form = forms.at(-1);
      if (name === "input" && type === "hidden" && form && field) form.hidden[field] = value;
    },
  });
  parser.end(html);
  return forms;
}
