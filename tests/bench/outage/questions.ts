import { escapeHtml } from "#lib/gate/html/plain-page.ts";
import type { Question } from "./asking.ts";

/** What the questions are about: pages that were read before, and what an editor and an author were at. */
export interface Scene {
  kept: readonly string[];
  /** A published case study that nobody reads before. */
  unread: readonly string[];
  editor: string;
  version: string;
  draft: string;
}

/** Pages that were read before: they stay. */
export const keptQuestions = ({ kept }: Scene): Question[] =>
  kept.map((path) => ({
    kind: "kept page",
    path: () => path,
    complain: (answer, text) => (answer.status === 200 && isWhole(text) ? null : "not the page"),
  }));

/** Everything else a site is asked for; each is asked by itself. */
export function otherQuestions({ unread, editor, version, draft }: Scene): Question[] {
  let turn = 0;
  const next = () => (turn += 1);
  const page = (kind: string, path: () => string, cookie?: string): Question => ({
    kind,
    path,
    cookie,
    complain: plain,
  });
  const form = (path: string, fields: Record<string, string>, cookie?: string): Question => ({
    ...{ kind: "form", path: () => path, form: fields, cookie },
    complain: (answer, text) => plain(answer, text) ?? missing(fields, text),
  });
  const words = `Night buses <b> & "more"\r\nand a second line, it's true`;
  return [
    page("page never read", () => `/case-studies?from=20${10 + (next() % 15)}-0${1 + (next() % 9)}&page=${1 + next()}`),
    page("page never read", () => `${unread[next() % unread.length]}`),
    page("page never read", () => `/councils?q=town${next()}`),
    page("editors' page", () => "/editor/queue", editor),
    page("editors' page", () => "/editor/history", editor),
    page("editors' page", () => `/editor/review/${version}`, editor),
    page("submit page", () => "/submit/start"),
    page("submit page", () => `${draft}/challenge`),
    ...["/api/v1/case-studies", "/case-studies/no-such.json"].map((path) => ({
      ...{ kind: "for programs", path: () => path },
      complain: (answer: Response) => retryLater(answer),
    })),
    form("/submit/start/save", { title: words, council: "Dorset", key: "", subject: "" }),
    form(`${draft}/challenge/save`, { challenge: words.repeat(50), basedOn: "1" }),
    form("/sign-in/send", { email: "somebody@council.example" }),
    form(`/editor/review/${version}/decide`, { move: "publish", basedOn: "1", reason: words }, editor),
    form(`/editor/review/${version}/comment`, { body: words, section: "challenge", revision: "1" }, editor),
    ...["/healthz", "/readyz"].map((path) => ({
      ...{ kind: path, path: () => path },
      complain: (answer: Response) => (answer.status === 200 ? null : "not well"),
    })),
  ];
}

const isWhole = (text: string) => text.trimEnd().endsWith("</html>") && text.includes('<link rel="stylesheet"');

const retryLater = ({ status, headers }: Response) =>
  status === 503 && Number(headers.get("retry-after")) > 0 ? null : "no 503 that says when to come back";

function plain(answer: Response, text: string): string | null {
  const isPage = isWhole(text) && text.includes("The service is not available at the moment");
  return retryLater(answer) ?? (isPage ? null : "not the page that says so");
}

function missing(fields: Record<string, string>, text: string): string | null {
  const lost = Object.entries(fields).filter(
    ([name, value]) => !text.includes(`name="${name}" value="${escapeHtml(value)}"`),
  );
  return lost.length || !text.includes("Try again</button>") ? `lost ${lost.map(([name]) => name).join(", ")}` : null;
}
