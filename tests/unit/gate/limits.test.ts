import type { RequestListener } from "node:http";
import { describe, expect, test } from "vitest";
import { createForwarder } from "#lib/gate/renderer/forward.ts";
import { limitWords } from "#lib/domain/abuse/limits.ts";
import { tooMany } from "#lib/http/limits.ts";
import { aGate, aPage, rendering } from "./a-gate.ts";

const options = { posts: [/^\/save(?:\.json)?$/] };
const headers = { "sec-fetch-site": "same-origin" };
const body = new URLSearchParams([
  ["title", `Night buses <b> & "more"`],
  ["topics", "buses"],
  ["topics", "walking"],
  ["words", "One line\r\nand another"],
]).toString();
const post = { method: "POST", headers: { ...headers, "content-length": String(body.length) }, body };

/** A renderer whose form handler answers as ours do when a limit is hit. */
const limited: RequestListener = (request, response) => {
  if (request.url === "/-/errors/429") return rendering(aPage("<h1>Ours</h1><p>{text}</p>"))(request, response);
  const answer = tooMany({ limit: "drafts-hour", seconds: 600 });
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end();
};

describe("a form that hits a limit", () => {
  test("comes back whole, with which limit it was, from when it works again, and one button", async () => {
    const { ask, errorPages, socketPath } = await aGate(limited, options);
    await errorPages.load(createForwarder([socketPath]));
    const reply = await ask("/save", post);

    expect(reply.status).toBe(429);
    expect(reply.headers).toMatchObject({ "retry-after": "600", "cache-control": "no-cache" });
    expect(reply.headers).not.toHaveProperty("x-limit");
    expect(reply.text).toMatch(/<h1>Ours<\/h1><p>No more than 30 case studies .+ It works again from \d\d:\d\d/);
    expect(reply.text).toContain(`<form method="post" action="/save">`);
    expect(reply.text).toContain(`name="title" value="Night buses &#60;b&#62; &#38; &#34;more&#34;"`);
    expect(reply.text.match(/name="topics"/g)).toHaveLength(2);
    expect(reply.text).toContain("One line\r\nand another");
    expect(reply.text.match(/<button/g)).toHaveLength(1);
  });

  test("comes back in a plain page while the site's own cannot be had", async () => {
    const { ask } = await aGate(limited, options);
    const reply = await ask("/save", post);
    expect(reply.text).toContain("No more than 30 case studies");
    expect(reply.text).toContain("Try again</button>");
    expect(reply.text).toMatch(/<\/html>\n$/);
  });

  test("is told in JSON where a program asked", async () => {
    const { ask } = await aGate(limited, options);
    const { headers: fields, text } = await ask("/save.json", post);
    expect(fields["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(text)).toMatchObject({ status: 429, detail: expect.stringContaining("No more than 30") });
  });

  test("whose name nobody knows is told in general words", async () => {
    const { ask } = await aGate((_, response) => response.writeHead(429, { "x-limit": "<b>" }).end(), options);
    const reply = await ask("/save", post);
    expect(reply).toMatchObject({ status: 429, headers: { "retry-after": "60" } });
    expect(reply.text).toContain("Wait a minute, then try again.");
    expect(limitWords("<b>", 1, new Date())).toBeNull();
  });

  test("while the database is away is an outage, not a limit", async () => {
    const failing: RequestListener = (_, response) => response.writeHead(500).end();
    const { ask } = await aGate(failing, { ...options, isDatabaseUp: async () => false });
    const reply = await ask("/save", post);
    expect(reply.status).toBe(503);
    expect(reply.text).toContain("Try again</button>");
  });
});
