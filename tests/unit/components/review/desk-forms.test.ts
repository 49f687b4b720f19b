import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CommentForm } from "#components/review/desk/comment-form.tsx";
import { AskedNow } from "#components/review/fact-checks.tsx";

test("whoever was just asked is named, and where the letter goes", () => {
  const check = { name: "Priya Nair", email: "p.nair@kent.example" };
  const markup = renderToStaticMarkup(createElement(AskedNow, { check }));
  expect(markup).toContain('role="status"');
  expect(markup.replace(/<[^>]+>/g, "")).toContain("Priya Nair was asked. The letter goes to p.nair@kent.example.");
  expect(renderToStaticMarkup(createElement(AskedNow, { check: undefined }))).toBe("");
});

test("a comment’s box says how much it holds before anything is sent", () => {
  const section = { key: "impact", title: "The impact" };
  const markup = renderToStaticMarkup(createElement(CommentForm, { path: "/c", section, attempt: null }));
  expect(markup).toContain("Up to 5,000 characters");
  expect(markup).toMatch(/<textarea[^>]* name="text"/);
});
