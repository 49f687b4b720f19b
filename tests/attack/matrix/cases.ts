import { randomBytes } from "node:crypto";
import { opens } from "#lib/http/api/opens.ts";
import { uploads } from "#lib/http/posts.ts";
import type { Answer, Question } from "./asking/ask.ts";
import type { Caller } from "./world/callers.ts";
import { isGuarded, mayPass, refuses, statusFor } from "./expected.ts";
import { addressOf, isLink, type Things } from "./table/addresses.ts";
import type { Row } from "./table/row.ts";
import { overriddenByParameter, plain, refusedTransports, type Transport } from "./asking/transports.ts";

/** One request that may change nothing, and what its answer has to be. */
export interface Case {
  label: string;
  through: "gate" | "renderer";
  question: Question;
  /** What is wrong with an answer; null when nothing is. */
  complain: (answer: Answer) => string | null;
}

interface Asked {
  row: Row;
  /** By the routes that have it, so that a method of another row of the same route is not taken for a wrong one. */
  methods: readonly string[];
  callers: readonly Caller[];
  things: Things;
  site: string;
}

const otherMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

/** The head and body of a request as a page of ours would send it. */
export function questionOf(
  site: string,
  method: string,
  path: string,
  cookie: string,
  way: Transport = plain,
): Question {
  const isForm = method === "POST";
  const brought = uploads.some((address) => address.test(path));
  const boundary = "form-of-the-matrix";
  const part = `--${boundary}\r\nContent-Disposition: form-data; name="basedOn"\r\n\r\n1\r\n--${boundary}--\r\n`;
  const type = brought ? `multipart/form-data; boundary=${boundary}` : "application/x-www-form-urlencoded";
  const form = { origin: site, "sec-fetch-site": "same-origin", "content-type": type };
  return {
    method,
    path: way.path?.(path) ?? path,
    headers: { ...(cookie && { cookie }), ...(isForm && form), ...way.headers },
    ...(isForm && { body: brought ? part : "basedOn=1&email=nobody%40council.example" }),
  };
}

const isStatus =
  (wanted: number) =>
  ({ status }: Answer) =>
    status === wanted ? null : `${status}, not ${wanted}`;
const refused = (way: Transport) => (answer: Answer) =>
  refuses(answer, way) ? null : `${answer.status}, which refuses nothing`;

/** Every method by everybody, as a browser would ask. What they may send is left out: it would change something. */
export function methodCases({ row, methods, callers, things, site }: Asked): Case[] {
  const [own, route] = row;
  const path = addressOf(row, things);
  return callers.flatMap((caller) =>
    otherMethods.flatMap((method): Case[] => {
      const asks = method === "HEAD" ? "GET" : method;
      if (asks !== own && methods.includes(asks)) return [];
      if (method === "POST" && own === "POST" && (!isGuarded(row) || mayPass(row, caller))) return [];
      const open = method === "OPTIONS" && opens.some((address) => address.test(path));
      const wanted = asks === own ? statusFor(row, caller) : open ? 200 : 405;
      const complain = isStatus(wanted);
      const question = questionOf(site, method, path, caller.cookie);
      return [{ label: `${method} ${route} by ${caller.name}`, through: "gate", question, complain }];
    }),
  );
}

/** The framework's own ways of asking, which the gate refuses whoever asks, and the one that it takes for a parameter. */
export function transportCases({ row, callers, things, site }: Asked): Case[] {
  const [method, route] = row;
  const path = addressOf(row, things);
  const through = "gate";
  return callers.flatMap((caller) => [
    ...refusedTransports.map((way): Case => {
      const question = questionOf(site, method, path, caller.cookie, way);
      return { label: `${method} ${route} by ${caller.name}, ${way.name}`, through, question, complain: refused(way) };
    }),
    ...(method === "GET" && caller.stands !== "half" ? [withParameter({ row, path, caller, site })] : []),
  ]);
}

function withParameter({ row, path, caller, site }: { row: Row; path: string; caller: Caller; site: string }): Case {
  const question = questionOf(site, "GET", path, caller.cookie, overriddenByParameter);
  const wanted = statusFor(row, caller);
  return {
    ...{ label: `GET ${row[1]} by ${caller.name}, ${overriddenByParameter.name}`, through: "gate", question },
    // Some addresses leave out what they do not know, or refuse it by name.
    complain: ({ status }) => ([wanted, 301, 308, 400].includes(status) ? null : `${status}, not ${wanted}`),
  };
}

/** The renderer asked without the gate, by whoever may not pass: the guard of the page or handler itself has to refuse. */
export function guardCases({ row, callers, things, site }: Asked): Case[] {
  if (!isGuarded(row)) return [];
  const [own, route, who] = row;
  const path = addressOf(row, things);
  const ways = [plain, overriddenByParameter, ...refusedTransports].map((way) => ({ way, method: own as string }));
  const methods = ["PUT", "PATCH", "DELETE", "HEAD"].map((method) => ({ way: plain, method }));
  return callers
    .filter((caller) => !mayPass(row, caller))
    .flatMap((caller) =>
      [...ways, ...methods].map(({ way, method }): Case => {
        const label = `${method} ${route} by ${caller.name}, ${way.name}, without the gate`;
        const question = questionOf(site, method, path, caller.cookie, way);
        // Pages for strangers lead on in words that only the gate acts on; what they hold is looked at by whoever asks.
        const complain = who === "visitor" || who === "stranger" ? () => null : refused(way);
        return { label, through: "renderer", question, complain };
      }),
    );
}

/** Links that open something else or nothing any more: each is answered like one that never was. */
export function linkCases({ row, callers, things, site }: Asked, wrong: Record<string, string>): Case[] {
  const [method, route, link] = row;
  if (!isLink(link)) return [];
  const at = (token: string) => addressOf(row, { ...things, links: { ...things.links, [link]: token } });
  const cookies = callers.filter(({ stands }) => ["none", "administrator"].includes(stands)).slice(-2);
  return cookies.flatMap((caller) => {
    const never = randomBytes(32).toString("base64url");
    const unknown = { path: at(never), token: never, seen: null as string | null };
    const same = (token: string) => (answer: Answer) => {
      const seen = told(answer, token);
      unknown.seen ??= token === never ? seen : null;
      return seen === unknown.seen
        ? null
        : `is told apart from a link that never was: ${difference(seen, unknown.seen)}`;
    };
    const tokens = Object.entries({ "that never was": never, ...wrong });
    return tokens.flatMap(([name, token]): Case[] => {
      const label = `${method} ${route} by ${caller.name}, with a link ${name}`;
      const question = questionOf(site, method, at(token), caller.cookie);
      const past = refusedTransports.map((way): Case => {
        const asked = questionOf(site, method, at(token), caller.cookie, way);
        return {
          label: `${label}, ${way.name}, without the gate`,
          through: "renderer",
          question: asked,
          complain: () => null,
        };
      });
      return [{ label, through: "gate", question, complain: same(token) }, ...(name === "of another kind" ? past : [])];
    });
  });
}

/** Somebody's own link with what belongs to somebody else: it is answered like what never was. */
export function otherCases({ row, callers, things, site }: Asked, others: Things): Case[] {
  const [method, route] = row;
  const parts = (["file", "reading", "check"] as const).filter(
    (part) => route.includes(`[${part}]`) || (part === "file" && /\/files\/\[id\]/.test(route)),
  );
  return parts.flatMap((part) => {
    const unknown = { seen: null as string | null };
    const same = (id: string) => (answer: Answer) => {
      const seen = told(answer, id);
      unknown.seen ??= seen;
      return seen === unknown.seen ? null : `is told apart from what never was: ${difference(seen, unknown.seen)}`;
    };
    return ["00000000-0000-4000-8000-000000000000", others[part]].map((id): Case => {
      const caller = callers.at(-1) ?? { name: "", cookie: "" };
      const question = questionOf(site, method, addressOf(row, { ...things, [part]: id }), caller.cookie);
      return { label: `${method} ${route} for ${part} ${id}`, through: "gate", question, complain: same(id) };
    });
  });
}

/** What an answer says, apart from the link it was asked with and the numbers that every answer has anew. */
export const told = ({ status, headers, text }: Answer, token: string): string =>
  `${status} ${headers.location ?? ""} ${text}`
    .replaceAll(token, "LINK")
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID");

const difference = (one: string, other: string | null) => {
  const at = [...one].findIndex((letter, place) => letter !== other?.[place]);
  return `“${one.slice(Math.max(0, at - 20), at + 60)}”`;
};
