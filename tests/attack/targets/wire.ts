import { connect } from "node:net";

/** What came back for bytes that were sent. */
export interface Replies {
  statuses: number[];
  locations: string[];
  text: string;
  /** Whether nothing had come, and nobody had closed, when the time was up. */
  hung: boolean;
}

// The gate gives a head ten seconds.
const patienceMs = 14_000;
const quietMs = 80;

/** Sends bytes as they are on a connection of their own, and reads until it is closed or nothing more comes. */
export function sendRaw(port: number, bytes: string): Promise<Replies> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(Buffer.from(bytes, "latin1")));
    let text = "";
    const finish = (hung: boolean) => {
      clearTimeout(patience);
      clearTimeout(quiet);
      socket.destroy();
      resolve({ ...read(text), text, hung });
    };
    const patience = setTimeout(() => finish(text === ""), patienceMs);
    let quiet: NodeJS.Timeout | undefined;
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
      clearTimeout(quiet);
      quiet = setTimeout(() => finish(false), /^connection: close/im.test(text) ? patienceMs : quietMs);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => finish(false));
  });
}

function read(text: string): Pick<Replies, "statuses" | "locations"> {
  return {
    statuses: [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status)),
    locations: [...text.matchAll(/^location: *([^\r\n]*)/gim)].map(([, place = ""]) => place),
  };
}
