import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { longestSeconds } from "./session-length.ts";

const asked = z.object({ personId: z.uuid(), secondFactorAt: z.date().nullable() });

/** Starts a session for somebody whom our own handlers have made sure of. The library offers no such thing by itself. */
export const sessionStart = {
  id: "session-start",
  endpoints: {
    startSession: createAuthEndpoint.serverOnly({ method: "POST", body: asked }, async (ctx) => {
      const { personId, secondFactorAt } = ctx.body;
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(personId);
      if (!user) throw new Error("A session was started for nobody");
      const session = await internalAdapter.createSession(personId, false, { secondFactorAt });
      // The session itself ends when nothing was done for a while; the cookie only has to live as long as any may.
      await setSessionCookie(ctx, { session, user }, false, { maxAge: longestSeconds });
      return ctx.json({ sessionId: session.id });
    }),
  },
} satisfies BetterAuthPlugin;
