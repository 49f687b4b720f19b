import { setTimeout as wait } from "node:timers/promises";
import { listenForMail, type Listener } from "#tests/support/smtp-listener.ts";

const patienceMs = 25 * 60_000;

export interface Mail {
  listener: Listener;
  /** How often a letter was turned down. */
  refused(): number;
  /** From now on every letter is taken. */
  takeAll(): void;
  /** The path of the link that confirms this address, once its letter is there. */
  confirmationFor(email: string): Promise<string>;
}

/** A mail server that turns one letter in ten down for the moment. */
export async function openMail(chance: () => number): Promise<Mail> {
  let refusing = true;
  let refused = 0;
  const listener = await listenForMail(() => {
    if (!refusing || chance() >= 0.1) return false;
    refused++;
    return true;
  });

  async function confirmationFor(email: string): Promise<string> {
    for (const until = Date.now() + patienceMs; Date.now() < until; await wait(300)) {
      const texts = listener.received.filter(({ to }) => to.includes(email)).map(({ email: { text } }) => text ?? "");
      const [path] = texts.flatMap((text) => /\/submit\/confirm\/[\w-]{43}/.exec(text) ?? []);
      if (path) return path;
    }
    throw new Error(`No letter came to ${email} that confirms it`);
  }

  return { listener, refused: () => refused, takeAll: () => void (refusing = false), confirmationFor };
}
