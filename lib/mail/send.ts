import { createTransport } from "nodemailer";
import { whereLettersGo, type Env } from "#lib/ops/env.ts";
import { messageId } from "./address.ts";
import { asOneLine } from "./one-line.ts";
import type { Drawn } from "./render.ts";

const patienceMs = 10_000;
// A server that answers each step just in time must not hold a letter for longer than it was claimed for.
const deadlineMs = 40_000;

export interface Outgoing {
  /** Of the letter, from which its Message-ID is made. */
  id: string;
  to: { name: string; address: string };
  letter: Drawn;
}

/** What takes letters away. */
export interface Post {
  /** @throws when the letter was not taken over; the message says why */
  deliver(outgoing: Outgoing): Promise<void>;
}

/** The way letters go from here, or null when they have to wait until there is one. */
export function openPost(env: Env): Post | null {
  switch (whereLettersGo(env)) {
    case "smtp":
      return openSmtp(env);
    case "mailbox":
      // The mailbox shows letters from where they are kept.
      return { deliver: async () => undefined };
    case "nowhere":
      return null;
  }
}

function openSmtp(env: Env): Post {
  const transport = createTransport({
    ...{
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      dnsTimeout: patienceMs,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    url: env.SMTP_URL,
  });
  return {
    async deliver({ id, to, letter }) {
      const sending = transport.sendMail({
        from: env.MAIL_FROM,
        to: { name: asOneLine(to.name), address: to.address },
        replyTo: env.CONTACT_EMAIL,
        subject: asOneLine(letter.subject),
        text: letter.text,
        html: letter.html,
        messageId: messageId(id, env),
        headers: { ...automatic, ...oneClick(letter) },
      });
      await inTime(sending);
    },
  };
}

/** Exchange is to answer nothing by itself, but to report what it cannot deliver: "All" would ask it not to. */
const automatic = {
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "DR, RN, NRN, OOF, AutoReply",
};

/** By which a mail program offers to stop letters, and stops them without opening anything (RFC 2369, RFC 8058). */
const oneClick = ({ unsubscribe }: Drawn): Record<string, string> =>
  unsubscribe ? { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {};

async function inTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("The mail server took too long")), deadlineMs);
  });
  // Whichever loses may still fail, and nobody waits for it any more.
  sending.catch(() => undefined);
  await Promise.race([sending, late]).finally(() => clearTimeout(timer));
}
