import { APIError } from "better-auth/api";
import { spend } from "#lib/data/limits.ts";
import { endHalfSessions, findSecondFactor } from "#lib/data/people/sessions.ts";
import type { Hit } from "#lib/domain/abuse/limits.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { createEventLog } from "#lib/ops/log.ts";
import { library } from "./library.ts";
import { startSession, type Cookies } from "./sessions.ts";
import { cookieAlone, type Visitor } from "./visitor.ts";

/** What an authenticator app is to be told, or that somebody has one already, or neither yet. */
export type SecondFactor = { stands: "none" } | { stands: "begun"; uri: string } | { stands: "set" };

/** How far somebody has come with their second factor. What an app shares with us is shown only until it was used once. */
export async function readSecondFactor({ person }: Visitor): Promise<SecondFactor> {
  const kept = await findSecondFactor(person.id);
  if (!kept) return { stands: "none" };
  if (kept.verified) return { stands: "set" };
  const { totpURI } = await library().api.getTOTPURI({ body: {}, headers: await cookieAlone() });
  return { stands: "begun", uri: totpURI };
}

/** Makes what an authenticator app is to be told. Refused where one is in use: it must not be replaced without it. */
export async function beginSecondFactor({ person }: Visitor): Promise<Result<null, "set-already">> {
  if ((await findSecondFactor(person.id))?.verified) return refuse("set-already");
  await library().api.enableTwoFactor({ body: { method: "totp" }, headers: await cookieAlone() });
  return ok(null);
}

/**
 * Takes a code of an authenticator app, or a recovery code, which works once. The session that asked is replaced by one
 * that has the second factor.
 *
 * @param code six digits, or a recovery code like "a1B2c-D3e4F", with or without space
 */
export async function showSecondFactor(
  { person }: Visitor,
  code: string,
  now = new Date(),
): Promise<Result<Cookies, "wrong-code" | Hit>> {
  const trying = await spend("secondFactor", { person: person.id });
  if (!trying.ok) return trying;
  const plain = code.replace(/\s+/g, "");
  const kept = await findSecondFactor(person.id);
  const right = kept && (await isRight(person.id, plain, kept.verified));
  if (!right) {
    createEventLog().warn({ person: person.id }, "a second factor was wrong");
    return refuse("wrong-code");
  }
  // Signed out everywhere while the code was checked, nobody comes in by it.
  if ((await endHalfSessions(person.id)) === 0) return refuse("wrong-code");
  return ok(await startSession({ personId: person.id, secondFactorAt: now }));
}

async function isRight(person: string, code: string, verified: boolean): Promise<boolean> {
  const headers = await cookieAlone();
  if (!/^\d{6}$/.test(code)) return verified && accepted(library().api.verifyBackupCode({ body: { code }, headers }));
  // The library takes a code for as long as the app shows it; once is enough for its owner.
  const once = await spend("code", { code: `${person} ${code}` });
  return once.ok && accepted(library().api.verifyTOTP({ body: { code }, headers }));
}

async function accepted(checking: Promise<unknown>): Promise<boolean> {
  try {
    await checking;
    return true;
  } catch (error) {
    if (error instanceof APIError) return false;
    throw error;
  }
}

/** The recovery codes of an editor that still work. */
export async function listRecoveryCodes(personId: string): Promise<readonly string[]> {
  if (!(await findSecondFactor(personId))) return [];
  const { backupCodes } = await library().api.viewBackupCodes({ body: { userId: personId } });
  return backupCodes;
}

/** Makes new recovery codes for whoever asks and has an authenticator app. The old ones work no more. */
export async function renewRecoveryCodes(personId: string): Promise<void> {
  if ((await findSecondFactor(personId))?.verified)
    await library().api.generateBackupCodes({ body: {}, headers: await cookieAlone() });
}
