import { readFile } from "node:fs/promises";
import { request as requestPlainly, type IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { parse } from "yaml";

/** The settings of one of the nginx of compose.yaml, as nginx gets them. */
export async function settingsOf(name: "front" | "tls"): Promise<string> {
  const compose = parse(await readFile("compose.yaml", "utf8"), { merge: true }) as {
    configs: Record<string, { content: string }>;
  };
  return (compose.configs[name]?.content ?? "").replaceAll("$$", "$");
}

/** Settings that believe what readers say of themselves, as they must not. */
export const trusting = (settings: string): string =>
  settings
    .replace(/X-Forwarded-For \$\w+/, "X-Forwarded-For $proxy_add_x_forwarded_for")
    .replace(/X-Request-Id \$\w+/, "X-Request-Id $http_x_request_id")
    .replace('traceparent ""', "traceparent $http_traceparent");

const forged = {
  "x-forwarded-for": "203.0.113.9",
  "x-request-id": "0123456789abcdef0123456789abcdef",
  traceparent: "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01",
};

/** Which words of a reader about themselves came through to the site. @param heads where it puts what it is asked with */
export async function lookAtHeads({
  heads,
  ways,
}: {
  heads: IncomingHttpHeaders[];
  ways: string[];
}): Promise<string[]> {
  const complaints: string[] = [];
  for (const way of ways) {
    heads.length = 0;
    await askForged(way);
    const [head] = heads;
    if (!head) complaints.push(`${way} does not lead to the site`);
    if (head && !String(head["x-forwarded-for"]).includes("127.0.0.1"))
      complaints.push(`${way} does not say for whom it asks`);
    for (const [name, value] of Object.entries(forged))
      if (String(head?.[name]).includes(value)) complaints.push(`${way} passes on ${name}`);
  }
  return complaints;
}

const askForged = (way: string) =>
  new Promise<void>((resolve, reject) => {
    const ask = way.startsWith("https:") ? request : requestPlainly;
    ask(way, { headers: forged, rejectUnauthorized: false }, (reply) => void reply.resume().once("end", resolve))
      .on("error", reject)
      .end();
  });
