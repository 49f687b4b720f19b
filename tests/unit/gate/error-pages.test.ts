import { describe, expect, test } from "vitest";
import { createErrorPages, drawnStatuses, errorAnswer } from "#lib/gate/error-pages.ts";
import { createForwarder } from "#lib/gate/renderer/forward.ts";
import { wordsFor } from "#lib/domain/error-words.ts";
import { isWhole } from "#lib/gate/html/whole.ts";
import { aPage, aRenderer, rendering } from "./a-gate.ts";

const allStatuses = [...drawnStatuses, 408, 409, 413, 418, 422, 431, 502];

describe("error pages", () => {
  test("are whole pages from the start, with a heading and the request's id", () => {
    const pages = createErrorPages();
    for (const status of allStatuses) {
      const page = pages.errorPage(status, "id-1");
      expect(isWhole(page)).toBe(true);
      expect(page).toContain(`<h1>${wordsFor(status).title}</h1>`);
      expect(page).toContain("id-1");
      expect(page).not.toMatch(/\{request-id\}|please|sorry|invalid|oops|forbidden|!(?!DOCTYPE)/i);
    }
  });

  test("are the site's own once loaded, without script, and say the id escaped wherever it stands (V1.2.1)", async () => {
    const { socketPath } = await aRenderer((request, response) => {
      rendering(aPage(`<h1>Ours for ${request.url}</h1><p>{request-id}</p><p>{request-id}</p>`))(request, response);
    });
    const pages = createErrorPages();
    expect(await pages.load(createForwarder([socketPath]))).toEqual([...drawnStatuses]);
    const page = pages.errorPage(404, "<$&>");
    expect(page).toContain("<h1>Ours for /-/errors/404</h1><p>&#60;$&#38;&#62;</p><p>&#60;$&#38;&#62;</p>");
    expect(page).not.toContain("<script");
    expect(pages.errorPage(408, "x")).toContain(wordsFor(408).title);
  });

  test("stay as they were when the renderer is away, answers something else, or only half", async () => {
    let working = true;
    const { socketPath } = await aRenderer((request, response) => {
      if (working) return rendering(aPage("<h1>Ours</h1>"))(request, response);
      if (request.url?.endsWith("404")) return rendering("<html><body>half")(request, response);
      if (request.url?.endsWith("410"))
        return rendering("text", 200, { "content-type": "text/plain" })(request, response);
      rendering(aPage("<h1>Broken</h1>"), 500)(request, response);
    });
    const pages = createErrorPages();
    expect(await pages.load(createForwarder(["/nowhere/renderer.sock"]))).toEqual([]);
    await pages.load(createForwarder([socketPath]));
    working = false;
    await pages.load(createForwarder([socketPath]));
    for (const status of drawnStatuses) expect(pages.errorPage(status, "x")).toContain("<h1>Ours</h1>");
  });
});

describe("an error", () => {
  test.each(["/case-studies.json", "/api/v1/case-studies"])("is problem+json at %s", (path) => {
    const answer = errorAnswer(createErrorPages(), 404, { id: "id-1", path });
    expect(answer.fields["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(String(answer.body))).toEqual({
      type: "about:blank",
      title: "Page not found",
      status: 404,
      detail: wordsFor(404).text,
      instance: "urn:uuid:id-1",
    });
  });

  test("is a page elsewhere, with the fields it was given", () => {
    const { fields } = errorAnswer(createErrorPages(), 405, { id: "id-1", path: "/apiary" }, { allow: "GET" });
    expect(fields).toMatchObject({ "content-type": "text/html; charset=utf-8", allow: "GET" });
  });
});
