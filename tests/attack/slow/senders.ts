import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const head = "GET / HTTP/1.1\r\nHost: localhost\r\n";
const form =
  "POST /sign-in/send HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n" +
  "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 8000\r\n\r\n";

/** How each slow sender begins, and what it goes on with once a second. */
export const senders = {
  "a head that never ends": { first: head, more: "X-Slow: a\r\n" },
  "a form that never ends": { first: form, more: "a" },
  "a head of which nothing more comes": { first: head, more: "" },
  "a form of which nothing more comes": { first: form, more: "" },
  "a connection on which nothing comes": { first: "", more: "" },
} as const;

/** Sends slowly until it is dropped. @returns after how many milliseconds, null where it has not been within the time given */
export async function sendSlowly(port: number, { first, more }: { first: string; more: string }, mostMs: number) {
  const begun = performance.now();
  let dropped: number | null = null;
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.on("close", () => (dropped = performance.now() - begun));
  socket.resume();
  socket.write(first);
  while (dropped === null && performance.now() - begun < mostMs) {
    await wait(1000);
    if (more && !socket.destroyed) socket.write(more);
  }
  const found = dropped as number | null;
  socket.destroy();
  return found;
}
