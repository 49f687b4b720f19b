import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { startSite } from "./running-site.ts";
import { listenForMail, type Received } from "./smtp-listener.ts";
import { totp } from "./totp.ts";

const run = promisify(execFile);
const SECRET = "a secret for tests, which is long enough";

/** A site as a council would run it: a database of its own, real mail, and an administrator named from the command line. */
export async function openOwnSite() {
  const folder = await mkdtemp(join(tmpdir(), "casebook-life-"));
  await chmod(folder, 0o755);
  const server = await startEmbedded(join(folder, "postgres"));
  await createDatabase(server.urlOf("postgres"), "casebook_test_life");
  const mail = await listenForMail();
  const DATABASE_URL = server.urlOf("casebook_test_life");
  const settings = { DATABASE_URL, SECRET, DATA_DIR: folder, SMTP_URL: mail.url, EDITORS_EMAIL: "desk@casebook.test" };
  const site = await startSite(settings);
  return {
    address: site.address,
    settings,
    mail,
    async nameAdministrator(email: string, name: string) {
      const args = ["lib/programs/begin.mjs", "administrator", email, name];
      const { stdout } = await run(process.execPath, args, { env: { ...process.env, ...settings } });
      return stdout;
    },
    async sql(text: string) {
      const client = new pg.Client({ connectionString: DATABASE_URL });
      await client.connect();
      await client.query(text).finally(() => client.end());
    },
    async close() {
      await site.stop();
      await mail.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type OwnSite = Awaited<ReturnType<typeof openOwnSite>>;

/** Reads the mail of everybody: each letter once, in the order it comes. */
export function mailReader({ mail }: OwnSite) {
  const read = new Set<Received>();
  return {
    /** The next unread letter to an address with a subject. Waits for it. */
    async next(to: string, subject: RegExp): Promise<Received> {
      for (let tries = 0; tries < 300; tries++) {
        const found = mail.received.find(
          (letter) => !read.has(letter) && letter.to.includes(to) && subject.test(letter.email.subject ?? ""),
        );
        if (found) {
          read.add(found);
          return found;
        }
        await new Promise((later) => setTimeout(later, 250));
      }
      const there = mail.received.filter((one) => !read.has(one)).map((one) => `${one.to}: ${one.email.subject}`);
      throw new Error(`No letter to ${to} about ${subject}. Unread: ${there.join("; ")}`);
    },
    unread: () => mail.received.filter((letter) => !read.has(letter)).map(({ to, email }) => `${to}: ${email.subject}`),
  };
}

/** The path of the first link in a letter. */
export const pathIn = (letter: Received): string => {
  const [address = ""] = /https?:\/\/\S+/.exec(letter.email.text ?? "") ?? [];
  return new URL(address).pathname;
};

/** Somebody at a computer of their own, with script off. */
export async function atADesk(browser: Browser, { address }: OwnSite): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** Signs in as an editor for the first time, by the letter and an authenticator app. */
export async function signInFirst(page: Page, email: string, letters: ReturnType<typeof mailReader>) {
  await page.goto("/sign-in");
  await page.getByLabel("Work e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(pathIn(await letters.next(email, /The link to sign in/)));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Set it up" }).click();
  const key = (await page.locator("code").textContent()) ?? "";
  await page.getByLabel("The code the app shows now").fill(totp(key));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("link", { name: "I have kept them" }).click();
}
