import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CompareForm } from "#app/(editorial)/editor/history/[caseStudyId]/compare-form.tsx";
import { EventList } from "#components/review/history/event-list.tsx";
import type { HistoryEvent } from "#lib/data/review/history/events.ts";
import type { PastVersion } from "#lib/data/review/history/case-study.ts";
import type { EventKind } from "#lib/domain/workflow/moves.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 14, minute));
const [first, second] = ["0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6b", "0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6c"];
const event = (kind: EventKind, minute: number, revision: number): HistoryEvent => ({
  ...{ id: `${kind} ${minute}`, at: at(minute), kind, fromState: "draft", toState: "submitted", reason: "" },
  ...{ caseStudyId: first, versionId: first, version: 1, revision, title: "Night buses", council: "", actor: null },
});
const version = (id: string, number: number): PastVersion => ({
  ...{ id, number, state: "in_review", author: "Jo Okafor", authorId: null },
  revisions: [
    { number: 2, at: at(9), writer: "Grace Adeyemi", byCouncil: false },
    { number: 1, at: at(5), writer: "Jo Okafor", byCouncil: true },
  ],
});

const options = (versions: PastVersion[]) => {
  const events = [event("take", 7, 1), event("submit", 6, 1)];
  const markup = renderToStaticMarkup(
    createElement(CompareForm, { caseStudyId: first, versions, events, from: "", to: "" }),
  );
  return [...markup.matchAll(/<option[^>]*>([^<]*)/g)].map(([, text]) => text).slice(0, versions.length * 2);
};

test("a revision to compare has its time, whose it is and whether it was sent", () => {
  expect(options([version(first, 1)])).toEqual([
    "Revision 2, 30 Nov 2026 14:09, Grace Adeyemi",
    "Revision 1, 30 Nov 2026 14:05, the council, sent",
  ]);
});

test("where there are several versions, each says of which it is", () => {
  expect(options([version(second, 2), version(first, 1)])).toEqual([
    "Revision 2.2, 30 Nov 2026 14:09, Grace Adeyemi",
    "Revision 2.1, 30 Nov 2026 14:05, the council",
    "Revision 1.2, 30 Nov 2026 14:09, Grace Adeyemi",
    "Revision 1.1, 30 Nov 2026 14:05, the council, sent",
  ]);
});

test("a correction stands among what happened by its time, with its editor and the way to what was changed", () => {
  const markup = renderToStaticMarkup(
    createElement(EventList, {
      events: [event("accept", 20, 2), event("take", 7, 1)],
      corrections: [
        { version: 1, revision: 2, at: at(9), editor: { id: second, name: "Grace Adeyemi" }, changes: "?from=1&to=2" },
      ],
    }),
  );
  const lines = [...markup.matchAll(/<b>([^<]*)<\/b>/g)].map(([, name]) => name);
  expect(lines).toEqual(["Accepted", "Corrected by an editor", "Taken for review"]);
  expect(markup).toContain("Grace Adeyemi");
  expect(markup).toContain('href="?from=1&amp;to=2"');
});
