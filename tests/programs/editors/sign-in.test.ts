import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { db } from "#lib/data/db.ts";
import { Visit } from "#tests/support/browsing.ts";
import { sitesOfThisTest } from "#tests/support/editors-site.ts";
import { listenForMail, type Listener } from "#tests/support/smtp-listener.ts";
import { totp } from "#tests/support/totp.ts";

let mail: Listener;
const settings: Record<string, string> = { JOBS: "on" };
beforeAll(async () => {
  mail = await listenForMail();
  settings["SMTP_URL"] = mail.url;
});
afterAll(() => mail.close());
const sites = sitesOfThisTest(1, settings);

const visit = () => new Visit(sites.addresses[0] ?? "");
const lettersTo = (email: string) => mail.received.filter(({ to }) => to.includes(email));

async function anEditor(name: string, role: "editor" | "contributor" = "editor") {
  const email = `${name}@casebook.test`;
  const { id } = await addPerson({ email, name, role });
  return { id, email };
}

/** Asks for a link and takes its path from the letter. */
async function linkFor(browser: Visit, email: string, next = ""): Promise<string> {
  const before = lettersTo(email).length;
  expect((await browser.send("/sign-in/send", { email, next })).location).toBe("/sign-in?sent");
  await vi.waitFor(() => expect(lettersTo(email)).toHaveLength(before + 1), { timeout: 20_000 });
  return /\/sign-in\/[\w-]{43}/.exec(lettersTo(email).at(-1)?.email.text ?? "")?.[0] ?? "";
}

/** Signs in as far as the second step. */
async function comeHalfWay(email: string, next = "") {
  const browser = visit();
  const link = await linkFor(browser, email, next);
  expect((await browser.send(`${link}/spend`)).location).toBe("/sign-in/second-factor");
  return { browser, link };
}

/** Sets up an authenticator app. @returns its key */
async function setUpApp(browser: Visit): Promise<string> {
  await browser.send("/sign-in/second-factor/begin");
  const page = await browser.open("/sign-in/second-factor");
  return /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1]?.replaceAll(" ", "") ?? "";
}

const check = (browser: Visit, code: string) => browser.send("/sign-in/second-factor/check", { code });
/** One that the app shows next: the site takes each once. */
const nextCode = (key: string) => totp(key, new Date(Date.now() + 30_000));

describe("an editor signs in by a mailed link", () => {
  test("which opening does not spend, and which works once (V6.4.1, V6.5.1)", async () => {
    const { email } = await anEditor("once");
    const browser = visit();
    const link = await linkFor(browser, email);
    for (let scan = 0; scan < 3; scan++) expect((await browser.open(link)).text).toContain(">Sign in</button>");
    expect((await browser.send(`${link}/spend`)).location).toBe("/sign-in/second-factor");

    const other = visit();
    expect((await other.send(`${link}/spend`)).location).toBe(link);
    expect(other.cookie).not.toContain("session=");
    expect((await other.open(link)).text).toContain("This link cannot be used");
  });

  test("which expires after ten minutes (V6.4.1, V6.5.5)", async () => {
    const { email } = await anEditor("late");
    const browser = visit();
    const link = await linkFor(browser, email);
    await db.$executeRaw`update "Link" set "expiresAt" = "expiresAt" - interval '10 minutes' where "purpose" = 'signIn'`;
    expect((await browser.send(`${link}/spend`)).location).toBe(link);
    expect(browser.cookie).toBe("");
  });

  test("pressed twenty times at once, it starts one session", async () => {
    const { id, email } = await anEditor("pressing");
    const link = await linkFor(visit(), email);
    const answers = await Promise.all(Array.from({ length: 20 }, () => visit().send(`${link}/spend`)));
    expect(answers.filter(({ location }) => location === "/sign-in/second-factor")).toHaveLength(1);
    expect(await db.session.count({ where: { userId: id } })).toBe(1);
  });

  test("and gets nowhere without a second factor, whatever else they try (V6.3.3)", async () => {
    const { email } = await anEditor("half");
    const { browser } = await comeHalfWay(email);
    for (const path of ["/editor/history", "/sign-in/account", "/sign-in/recovery-codes"])
      expect(await browser.open(path)).toMatchObject({
        status: 303,
        location: expect.stringMatching(/^\/sign-in\?next=/),
      });
    expect((await browser.send("/sign-in/recovery-codes/renew")).status).toBe(401);
    expect((await browser.send("/sign-in/out-everywhere")).status).toBe(401);
    expect((await browser.open("/sign-in")).location).toBe("/sign-in/second-factor");
  });
});

describe("the second step", () => {
  test("is set up once, leads on to where the editor wanted to go, and replaces the session (V7.2.2, V7.2.4)", async () => {
    const { id, email } = await anEditor("whole");
    const { browser } = await comeHalfWay(email, "/editor/history?kind=publish");
    const before = browser.cookie;
    const key = await setUpApp(browser);
    expect(key).toMatch(/^[A-Z2-7]{32,}$/);
    expect((await check(browser, "000000")).location).toMatch(/second-factor\?attempt=/);
    expect((await check(browser, totp(key))).location).toBe("/sign-in/recovery-codes");
    expect(browser.cookie).not.toBe(before);
    expect((await browser.open("/editor/history")).status).toBe(200);
    expect((await browser.open("/sign-in/recovery-codes")).text).toContain('href="/editor/history?kind=publish"');

    const old = await fetch(`${sites.addresses[0]}/editor/history`, {
      headers: { cookie: before },
      redirect: "manual",
    });
    expect(old.status).toBe(303);
    expect(await db.session.count({ where: { userId: id } })).toBe(1);
    const { emailProvedAt } = await db.person.findUniqueOrThrow({ where: { id } });
    expect(emailProvedAt).not.toBeNull();
  });

  test("takes each code once, shows the key to nobody again, and a recovery code in its place, once (V6.4.1, V6.5.1)", async () => {
    const { email } = await anEditor("again");
    const first = (await comeHalfWay(email)).browser;
    const key = await setUpApp(first);
    const used = totp(key);
    await check(first, used);
    const codes = (await first.open("/sign-in/recovery-codes")).text.match(/\b[\w]{5}-[\w]{5}\b/g) ?? [];
    expect(codes).toHaveLength(10);

    const second = (await comeHalfWay(email)).browser;
    const page = await second.open("/sign-in/second-factor");
    expect(page.text).not.toContain("<code");
    await second.send("/sign-in/second-factor/begin");
    expect((await second.open("/sign-in/second-factor")).text).not.toContain("<code");
    expect((await check(second, used)).location).toContain("?attempt=");
    expect((await check(second, nextCode(key))).location).toBe("/editor/queue");

    const third = (await comeHalfWay(email)).browser;
    expect((await check(third, codes[0] ?? "")).location).toBe("/editor/queue");
    const fourth = (await comeHalfWay(email)).browser;
    expect((await check(fourth, codes[0] ?? "")).location).toContain("?attempt=");
  });

  test("can be tried ten times in a quarter of an hour (V6.3.1)", async () => {
    const { email } = await anEditor("guessing");
    const { browser } = await comeHalfWay(email);
    await setUpApp(browser);
    for (let guess = 0; guess < 10; guess++)
      expect((await check(browser, String(guess).padStart(6, "0"))).status).toBe(303);
    expect(await check(browser, "999999")).toMatchObject({ status: 429, text: expect.stringContaining("10 codes") });
  });
});

describe("signing out", () => {
  async function aWholeSession(name: string) {
    const person = await anEditor(name);
    const { browser } = await comeHalfWay(person.email);
    const key = await setUpApp(browser);
    await check(browser, totp(key));
    return { ...person, browser, key };
  }

  test("ends the session on the server too, clears what the browser kept, and everywhere ends all of them (V7.4.1, V7.4.3, V14.3.1)", async () => {
    const { id, email, browser, key } = await aWholeSession("leaving");
    const other = (await comeHalfWay(email)).browser;
    await check(other, nextCode(key));
    expect(await db.session.count({ where: { userId: id } })).toBe(2);

    const left = new Visit(browser.site);
    const cookie = other.cookie;
    expect(await other.send("/sign-in/out")).toMatchObject({ location: "/", clears: '"cache"' });
    expect(other.cookie).not.toContain("session=");
    const replay = await fetch(`${left.site}/editor/history`, { headers: { cookie }, redirect: "manual" });
    expect(replay.status).toBe(303);
    expect(replay.headers.get("location")).toMatch(/^\/sign-in\b/);

    const everywhere = await browser.send("/sign-in/out-everywhere");
    expect(everywhere).toMatchObject({ location: "/sign-in", clears: '"cache"' });
    expect(await db.session.count({ where: { userId: id } })).toBe(0);
  });

  test("is not needed for a form that comes too late: its page keeps what was typed", async () => {
    const { id, browser } = await aWholeSession("typing");
    await db.session.deleteMany({ where: { userId: id } });
    const answer = await browser.send("/editor/review/00000000-0000-4000-8000-000000000000/comment", {
      section: "impact",
      text: "A comment <b> of an hour’s work",
    });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('name="text" value="A comment &#60;b&#62; of an hour’s work"');
    expect(answer.text).toContain("Try again</button>");
    expect(answer.text).toContain('href="/sign-in"');
  });
});

describe("somebody else", () => {
  test("who is not known is told the same and sent nothing; a contributor is sent their own list", async () => {
    const { email } = await anEditor("officer", "contributor");
    const browser = visit();
    expect((await browser.send("/sign-in/send", { email: "nobody@casebook.test" })).location).toBe("/sign-in?sent");
    expect((await browser.send("/sign-in/send", { email })).location).toBe("/sign-in?sent");
    await vi.waitFor(() => expect(lettersTo(email)).toHaveLength(1), { timeout: 20_000 });
    expect(lettersTo(email)[0]?.email.text).toContain("/my-case-studies/");
    expect(lettersTo("nobody@casebook.test")).toEqual([]);
  });

  test("finds no buttons of the demonstration here, and no address for them (V6.3.2, V15.2.3)", async () => {
    const { id } = await anEditor("not-so-easy");
    expect((await visit().open("/sign-in")).text).not.toContain("Look around");
    const browser = visit();
    expect((await browser.send("/sign-in/demonstration", { person: id })).status).toBe(404);
    expect(browser.cookie).toBe("");
  });

  test("who types no address is told so, and keeps what they typed", async () => {
    const browser = visit();
    const { location } = await browser.send("/sign-in/send", { email: "an address", next: "/editor/history" });
    const page = await browser.open(location);
    expect(page.text).toContain('value="an address"');
    expect(page.text).toContain("Error: Sign in");
    expect(page.text).toContain('name="next" value="/editor/history"');
  });

  test.each(["//evil.example", "https://evil.example", "/editor/../../evil", "/track/x", "/editorial"])(
    "is never led to %s after signing in (V3.7.2)",
    async (next) => {
      const page = await visit().open(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(page.text).not.toContain('name="next"');
    },
  );
});

test("who came in, who tried to and who was kept out is in the log, by number and not by name (V16.3.1, V16.3.2, V16.2.5)", async () => {
  const { id, email } = await anEditor("noted");
  const { browser, link } = await comeHalfWay(email);
  const key = await setUpApp(browser);
  await check(browser, "000000");
  await check(browser, totp(key));
  await visit().send(`${link}/spend`);
  await db.person.update({ where: { id }, data: { role: "contributor" } });
  expect((await browser.open("/editor/queue")).status).toBe(403);
  const said = (word: string, about = "") =>
    expect(sites.printed().split("\n")).toContainEqual(expect.stringMatching(new RegExp(`${about}.*"msg":"${word}`)));
  await vi.waitFor(() => {
    said("signed in", `"person":"${id}","secondFactor":true`);
    said("a second factor was wrong", id);
    said("a link to sign in with was not taken");
    said("somebody asked for what they may not have", id);
    said("refused", `"path":"/editor/queue","status":403`);
  });
  expect(sites.printed()).not.toMatch(new RegExp(`${email}|${link.slice(9)}|${key}`));
});
