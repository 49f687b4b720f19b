import { afterAll, beforeAll, expect, test } from "vitest";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { db } from "#lib/data/db.ts";
import { Visit } from "#tests/support/browsing.ts";
import { sitesOfThisTest } from "#tests/support/editors-site.ts";
import { startIdentityProvider, type IdentityProvider } from "#tests/support/identity-provider.ts";

let provider: IdentityProvider;
const settings: Record<string, string> = { OIDC_CLIENT_ID: "casebook", OIDC_CLIENT_SECRET: "a secret between us" };
beforeAll(async () => {
  provider = await startIdentityProvider();
  settings["OIDC_ISSUER"] = provider.issuer;
});
afterAll(() => provider.close());
const sites = sitesOfThisTest(1, settings);

/** Goes to the provider and comes back with a code, as a browser would. */
async function comeBack(claims: Record<string, unknown>, { code = "right", state = "", next = "" } = {}) {
  const browser = new Visit(sites.addresses[0] ?? "");
  const sent = await browser.open(`/sign-in/provider${next && `?next=${encodeURIComponent(next)}`}`);
  const asked = new URL(sent.location);
  expect(asked.origin).toBe(provider.issuer);
  expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
  provider.says = { nonce: asked.searchParams.get("nonce"), ...claims };
  const given = state || asked.searchParams.get("state") || "";
  const answer = await browser.open(`/sign-in/provider/callback?code=${code}&state=${encodeURIComponent(given)}`);
  return { browser, answer };
}

const anEditor = (name: string) => addPerson({ email: `${name}@council.test`, name, role: "editor" });
const claimsOf = (name: string, more: object = {}) => ({
  sub: `number of ${name}`,
  email: `${name}@council.test`,
  ...more,
});

test("an editor whom the provider asked for a second factor is in, and goes where they wanted to (V10.1.1)", async () => {
  const { id } = await anEditor("ayesha");
  const { browser, answer } = await comeBack(claimsOf("ayesha", { amr: ["pwd", "mfa"] }), {
    next: "/editor/history?page=2",
  });
  expect(answer).toMatchObject({ status: 303, location: "/editor/history?page=2" });
  expect((await browser.open("/editor/history")).status).toBe(200);
  expect(await db.session.count({ where: { userId: id } })).toBe(1);
  const [account] = await db.account.findMany({ where: { userId: id } });
  expect(account).toMatchObject({
    accountId: "number of ayesha",
    accessToken: null,
    refreshToken: null,
    idToken: null,
  });
});

test("an editor who signed in there with a password alone still has to show a second factor here (V6.3.3, V6.3.4, V6.8.4)", async () => {
  await anEditor("ben");
  const { browser, answer } = await comeBack(claimsOf("ben", { amr: ["pwd"] }));
  expect(answer.location).toBe("/sign-in/second-factor");
  expect((await browser.open("/editor/history")).status).toBe(303);
});

test("an editor is known by their number there, even under another address (V10.5.2)", async () => {
  const { id } = await anEditor("carys");
  await comeBack(claimsOf("carys", { amr: ["mfa"] }));
  const { answer } = await comeBack({ ...claimsOf("carys", { amr: ["mfa"] }), email: "carys.new@council.test" });
  expect(answer.location).toBe("/editor/queue");
  expect(await db.session.count({ where: { userId: id } })).toBe(2);
});

test.each([
  [
    "whose address is not proved there",
    { sub: "w", email: "ayesha@council.test", email_verified: false, amr: ["mfa"] },
    {},
  ],
  ["whom we do not know", { sub: "x", email: "stranger@council.test", amr: ["mfa"] }, {}],
  ["whose address the provider leaves out", { sub: "y", amr: ["mfa"] }, {}],
  [
    "with a code the provider does not take",
    { sub: "z", email: "ayesha@council.test", amr: ["mfa"] },
    { code: "wrong" },
  ],
  ["with another one's state", { sub: "z", email: "ayesha@council.test", amr: ["mfa"] }, { state: "made-up" }],
  ["with another one's nonce", { sub: "z", email: "ayesha@council.test", amr: ["mfa"], nonce: "made-up" }, {}],
  ["with a token for another site", { sub: "z", email: "ayesha@council.test", amr: ["mfa"], aud: "elsewhere" }, {}],
  ["with a token of another provider", { sub: "z", email: "ayesha@council.test", iss: "https://evil.example" }, {}],
  ["with a token that has expired", { sub: "z", email: "ayesha@council.test", exp: 1 }, {}],
])(
  "somebody %s is told so and has no session (V9.2.1, V9.2.3, V10.1.2, V10.2.1, V10.5.1, V10.5.4)",
  async (_, claims, manner) => {
    const people = await db.person.count();
    const { browser, answer } = await comeBack(claims, manner);
    expect(answer).toMatchObject({ status: 303, location: "/sign-in?refused" });
    expect(browser.cookie).not.toContain("session=");
    expect((await browser.open("/sign-in?refused")).text).toContain("You are not signed in");
    expect(await db.person.count()).toBe(people);
  },
);

test.each(["somebody else", "nobody"] as const)(
  "a token that is signed by %s lets nobody in (V6.8.2, V9.1.1, V9.1.2)",
  async (signer) => {
    provider.signs = signer;
    const { browser, answer } = await comeBack(claimsOf("ayesha", { amr: ["mfa"] }));
    provider.signs = "itself";
    expect(answer).toMatchObject({ status: 303, location: "/sign-in?refused" });
    expect(browser.cookie).not.toContain("session=");
  },
);

test("a contributor is signed in to nothing of the editors'", async () => {
  await addPerson({ email: "officer@council.test", name: "officer" });
  const { browser } = await comeBack(claimsOf("officer", { amr: ["mfa"] }));
  expect((await browser.open("/editor/history")).status).toBe(403);
});

test("an editor who was deactivated has no way in", async () => {
  const { id } = await anEditor("dafydd");
  await db.person.update({ where: { id }, data: { active: false } });
  const { browser } = await comeBack(claimsOf("dafydd", { amr: ["mfa"] }));
  expect((await browser.open("/editor/history")).status).toBe(303);
});
