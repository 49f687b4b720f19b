import { fork } from "node:child_process";
import { once } from "node:events";
import { get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { forGate } from "#lib/programs/launch/processes/v8.mjs";
import { ending } from "../ending.ts";
import type { Begun } from "../target.ts";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

/** What a site answers a client that takes gzip: its fields and its bytes as they came. */
export async function answerOf(url: string): Promise<Answer> {
  const asked = get(url, { headers: { "accept-encoding": "gzip" }, agent: false });
  const [answer] = await once(asked, "response");
  return { status: answer.statusCode, headers: answer.headers, bytes: await buffer(answer) };
}

/** A bare server that says just what a page of a site said, told all that the gate is told that makes Node quick. */
export async function startBare(begun: Begun, { headers, bytes }: Answer) {
  const server = fork(new URL("./bare.ts", import.meta.url), {
    execArgv: [...forGate, "--disable-warning=ExperimentalWarning"],
  });
  begun.defer(ending(server));
  const [address] = (await once(server, "message")) as [AddressInfo];
  server.send({ headers, body: bytes.toString("base64") });
  await once(server, "message");
  return { url: `http://127.0.0.1:${address.port}/`, pid: server.pid ?? 0 };
}
