import { expect, test } from "vitest";
import { whatBecame, whatWillBecome } from "#components/people/what-becomes.ts";
import { workIn } from "#lib/domain/people/work.ts";
import { openStates } from "#lib/domain/workflow/states.ts";

test("every kind of work of somebody who goes is spoken of, before and after", () => {
  const work = workIn([...openStates, ...openStates]);
  const left = [
    "6 case studies that were sent again wait for any editor.",
    "2 case studies with changes asked for come to any editor when sent again.",
    "2 accepted case studies have nobody: any editor may publish them or open them again.",
    "2 scheduled case studies are published at the time that was set all the same.",
  ];
  expect(whatWillBecome(work)).toEqual(["2 case studies in review go back to the queue.", ...left]);
  expect(whatBecame(2, { ...work, inReview: 0 })).toEqual(["2 case studies are back in the queue.", ...left]);
});

test("one is spoken of as one, and nothing not at all", () => {
  expect(whatWillBecome(workIn(["in_review", "changes_requested", "accepted", "scheduled", "submitted"]))).toEqual([
    "1 case study in review goes back to the queue.",
    "1 case study that was sent again waits for any editor.",
    "1 case study with changes asked for comes to any editor when sent again.",
    "1 accepted case study has nobody: any editor may publish it or open it again.",
    "1 scheduled case study is published at the time that was set all the same.",
  ]);
  expect([...whatWillBecome(workIn(["published"])), ...whatBecame(0, workIn([]))]).toEqual([]);
});
