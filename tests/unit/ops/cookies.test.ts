import { afterEach, describe, expect, test, vi } from "vitest";
import { cookieFaults } from "#tests/support/answer-headers.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** Every cookie line that there is, as it would be set by a site with this address. */
async function everyCookie(publicUrl: string): Promise<string[]> {
  vi.stubEnv("PUBLIC_URL", publicUrl);
  vi.stubEnv("SECRET", "a secret for tests, which is long enough");
  vi.resetModules();
  const { draftCookie, forgetDraft } = await import("#lib/http/cookies.ts");
  const { rememberNext, forgetNext } = await import("#lib/http/sign-in/next-page.ts");
  const { library } = await import("#lib/auth/library.ts");
  const { authCookies } = await library().$context;
  const ofLibrary = Object.values(authCookies).map(({ name, attributes }) => {
    const { path, httpOnly, sameSite, secure, domain } = attributes;
    const said = [`Path=${path}`, httpOnly && "HttpOnly", `SameSite=${sameSite}`, secure && "Secure"];
    return [`${name}=a`, ...said, domain && `Domain=${domain}`].filter(Boolean).join("; ");
  });
  const ours = [draftCookie("a"), forgetDraft()].map((header) => header["set-cookie"] ?? "");
  return [...ours, ...[...rememberNext("/editor/queue"), ...forgetNext()].map(([, line]) => line), ...ofLibrary];
}

describe("every cookie is kept from scripts, other sites and other hosts (V3.3.1, V3.3.2, V3.3.3, V3.3.4)", () => {
  test("over TLS it is bound to this host and to TLS", async () => {
    const lines = await everyCookie("https://casebook.example");
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(lines.flatMap((line) => cookieFaults(line, true))).toEqual([]);
  });

  test("on a plain address it is all that a plain address allows, and that would not do over TLS", async () => {
    const lines = await everyCookie("");
    expect(lines.flatMap((line) => cookieFaults(line, false))).toEqual([]);
    for (const line of lines) expect(cookieFaults(line, true)).toHaveLength(2);
  });
});
