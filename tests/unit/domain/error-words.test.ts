import { describe, expect, test } from "vitest";
import { wordsFor } from "#lib/domain/error-words.ts";

const statuses = Array.from({ length: 200 }, (_, index) => 400 + index);

test("every error has a title without a full stop, and one sentence or two that end with one", () => {
  for (const status of statuses) {
    const { title, text } = wordsFor(status);
    expect(title, String(status)).toMatch(/^[A-Z].*[a-z]$/);
    expect(text, String(status)).toMatch(/^[A-Z].*\.$/);
  }
});

test("no error begs, apologises, blames or shouts", () => {
  for (const status of statuses) {
    const { title, text } = wordsFor(status);
    expect(`${title} ${text}`, String(status)).not.toMatch(/please|sorry|oops|invalid|forbidden|illegal|!/i);
    expect(`${title} ${text}`, String(status)).not.toContain(String(status));
  }
});

describe("words of their own", () => {
  test.each([400, 403, 404, 405, 408, 410, 413, 414, 421, 429, 431, 503])("%i", (status) => {
    expect(wordsFor(status)).not.toEqual(wordsFor(status < 500 ? 499 : 599));
  });

  test("tell a page that was removed from one that never was", () => {
    expect(wordsFor(404).title).toBe("Page not found");
    expect(wordsFor(410).title).toBe("This page has been removed");
  });
});

test("any other error gets those of its class: the reader's part or ours", () => {
  expect(wordsFor(418)).toEqual(wordsFor(499));
  expect(wordsFor(502)).toEqual(wordsFor(500));
  expect(wordsFor(418)).not.toEqual(wordsFor(502));
});
