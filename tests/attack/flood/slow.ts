import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const secondMs = 1000;

/** Three ways to be slow: a head that never ends, a form that comes a letter a second, and an answer that nobody reads. */
const ways: ((socket: Socket) => Promise<void>)[] = [
  async (socket) => {
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n");
    for (let line = 0; !socket.destroyed; line += 1) {
      socket.write(`X-Slow-${line}: a\r\n`);
      await wait(secondMs);
    }
  },
  async (socket) => {
    socket.write(
      "POST /submit/start/save HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n" +
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n",
    );
    while (!socket.destroyed) {
      socket.write("a");
      await wait(secondMs);
    }
  },
  async (socket) => {
    socket.pause();
    for (let page = 0; page < 20; page += 1) socket.write("GET /case-studies HTTP/1.1\r\nHost: localhost\r\n\r\n");
    while (!socket.destroyed) await wait(secondMs);
  },
];

/** A connection that is as slow as it may be, and another as soon as it is ended. */
export async function beSlow(port: number, place: number, until: number): Promise<void> {
  while (performance.now() < until) {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    const timer = setTimeout(() => socket.destroy(), Math.max(0, until - performance.now()));
    await ways[place % ways.length]?.(socket);
    clearTimeout(timer);
  }
}
