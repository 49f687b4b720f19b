import type { Answers } from "../template/answers.ts";
import { getTemplate } from "../template/templates.ts";
import type { State } from "../workflow/states.ts";
import { changesOf, isOtherContact, labelsOf, withChanges } from "./differences.ts";
import { isWrong, said, wrong, type Finding, type Outcome } from "./findings.ts";
import { listGaps } from "./gaps.ts";
import type { ImportedContact, ReadRow } from "./read-row.ts";

/** What is known of a row that was brought in before. */
interface Before {
  template: string;
  answers: Answers;
  contact: ImportedContact | null;
  state: State;
  /** Whether a draft is still the editors': nobody has been named as its author, and nobody has sent it. */
  imported: boolean;
  published: boolean;
  open: boolean;
  /** Whether readers could see its case study and cannot any more. */
  removed: boolean;
}

export interface Assessment {
  outcome: Outcome;
  findings: Finding[];
}

/**
 * What a row would do to the directory.
 *
 * @param before null for a row that never came before
 * @param isSame whether it is written as it was then
 */
export function assess(row: ReadRow, before: Before | null, isSame: boolean, publish: boolean): Assessment {
  const isSameKind = before?.template === row.template;
  const changed = before && isSameKind ? changesOf(row, before.answers) : new Map<string, unknown>();
  const answers = before && isSameKind ? withChanges(before.answers, changed) : row.answers;
  const hasContact = row.contact !== null || Boolean(before?.contact);
  const gaps = row.template ? listGaps(row, answers, hasContact, publish) : [];
  const findings = [...row.findings, ...gaps];
  if (isWrong(findings)) return { outcome: "wrong", findings };
  if (!before) return { outcome: "new", findings };
  const isToPublish = publish && before.state === "draft";
  if (isSame && !isToPublish) return { outcome: "unchanged", findings: [] };
  if (!isSameKind)
    return refused(
      `This was a ${getTemplate(before.template).name.toLowerCase()} when it was imported before. Give this row another reference`,
    );

  const changes = labelsOf(row.template, changed.keys());
  if (isOtherContact(row.contact, before.contact)) changes.push("Contact");
  if (!changes.length && !isToPublish) return { outcome: "unchanged", findings: [] };
  if (before.state === "draft" ? !before.imported : before.open)
    return refused("Somebody is working on it here. Import it again when that has been published or declined");
  if (before.state === "draft" ? isToPublish && before.removed : !before.published)
    return refused("It was declined or taken down here. Bring it back from its history first");
  return {
    outcome: "changed",
    findings: [
      ...changes.map((label) => said("change", label, label)),
      ...(isToPublish ? [said("note", "It is a draft here, and will be published.")] : []),
      ...findings,
    ],
  };
}

const refused = (message: string): Assessment => ({ outcome: "wrong", findings: [wrong("", "", message)] });

/** What to say of a row that a command refused, which nobody could know before. */
export function refusalWords(reason: string): string {
  switch (reason) {
    case "another-open":
    case "stale":
    case "wrong-state":
      return "Somebody has been working on it meanwhile. Import the file again";
    case "incomplete":
      return "Something that it names has gone from the lists meanwhile. Look the file through again";
    case "too-large":
      return "It is far too long. Shorten its texts";
    case "not-allowed":
      return "Whoever imports may not do this any more";
    default:
      return "It could not be brought in. Import the file again";
  }
}
