import { vi } from "vitest";
import { cookieOf } from "./sessions.ts";

/*
 * Handlers ask the framework for the request's headers, and outside of it there is no request. Import this before them.
 */
const asking = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ cookie: asking.cookie }) }));

/** Makes every handler that is called from here on hear from somebody with a session. @param secondFactor whether they have shown one */
export async function signIn({ id }: { id: string }, { secondFactor = true } = {}): Promise<void> {
  asking.cookie = await cookieOf(id, { secondFactor });
}

/** Makes every handler that is called from here on hear from a browser with such a cookie. */
export function useCookie(cookie: string): void {
  asking.cookie = cookie;
}

/** From here on, nobody is signed in. */
export function signOut(): void {
  asking.cookie = "";
}
