import { request } from "node:http";
import type { Page } from "@playwright/test";
import { wordsFor } from "#lib/domain/error-words.ts";
import { createErrorPages } from "#lib/gate/error-pages.ts";
import { withPausedLine } from "#lib/gate/html/paused.ts";
import { withTypedForm } from "#lib/gate/html/typed-form.ts";
import { ask, siteAddress } from "#tests/support/ask.ts";
import type { Journey } from "./state.ts";

const id = "00000000-0000-4000-8000-000000000000";
const typed = Buffer.from("title=Night+buses&summary=%3Cb%3E+%26+%22more%22");

/** The pages that say what went wrong: those a request can bring about, and those only a fault of ours does. */
export const errorPages: Journey = async function* (page) {
  const asked = [
    ["a form from elsewhere, 403", { method: "POST", path: "/submit/start/save", origin: "https://evil.example" }],
    ["a method there is none of, 405", { method: "PUT", path: "/case-studies", origin: siteAddress() }],
  ] as const;
  for (const [name, by] of asked) {
    await show(page, await answerTo(by));
    yield name;
  }
  const { text: shell } = await ask("/nowhere");
  for (const status of [401, 429, 500, 503]) {
    await show(page, withWords(shell, status));
    yield `an error, ${status}`;
  }
  const answer = { status: 503, fields: {}, body: Buffer.from(withWords(shell, 503)) };
  await show(page, String(withTypedForm(answer, "/submit/start/save", typed).body));
  yield "a form that cannot be taken now, 503";
  await show(page, withPausedLine((await ask("/case-studies?topic=libraries")).text));
  yield "a listing while nothing can be sent in";
  await show(page, createErrorPages().errorPage(503, id));
  yield "an error before there are pages, 503";
};

/** The site's error page as it would be for another status: only its words differ. */
function withWords(page: string, status: number): string {
  const [was, now] = [wordsFor(404), wordsFor(status)];
  const changed = page.replaceAll(was.title, now.title).replaceAll(was.text, now.text);
  if (!changed.includes(now.title) || !changed.includes(now.text)) throw new Error("The page of an error has no words");
  return changed;
}

/** Shows a page as if the site had answered with it, with the site's own styles. */
async function show(page: Page, html: string) {
  const address = `${siteAddress()}/shown`;
  await page.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await page.goto(address);
  await page.unroute(address);
}

function answerTo({ method, path, origin }: { method: string; path: string; origin: string }): Promise<string> {
  const { hostname, port } = new URL(siteAddress());
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: { origin } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      answer.on("end", () => resolve(text));
    });
    asked.on("error", reject);
    asked.end();
  });
}
