import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface Received {
  /** When it had arrived whole. */
  at: number;
  from: string;
  to: string[];
  raw: string;
  email: Email;
}

export interface Listener {
  /** For SMTP_URL. */
  url: string;
  received: Received[];
  /** Every recipient that was offered, taken or not. */
  offered: string[];
  close(): Promise<void>;
}

/** A mail server of our own on a free port. @param refuses whether the offer of that number, from 1, is turned down, and how */
export async function listenForMail(
  refuses: (offer: number) => boolean = () => false,
  { responseCode = 451, words = "Try again later" } = {},
): Promise<Listener> {
  const received: Received[] = [];
  const offered: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      offered.push(address);
      if (refuses(offered.length)) done(Object.assign(new Error(words), { responseCode }));
      else done();
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ at: Date.now(), from, to, raw, email: await PostalMime.parse(raw) });
        done();
      });
    },
  });
  // A sender that is killed leaves its connection broken off, which is no fault of this server.
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    offered,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
