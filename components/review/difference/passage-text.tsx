import { Fragment } from "react";
import type { Passage } from "#lib/domain/difference/passages.ts";
import type { Segment } from "#lib/domain/difference/segments.ts";
import { ChangedWords } from "./changed-words.tsx";
import { excerptOf, type Beside } from "./excerpt.ts";
import { LeftOut } from "./left-out.tsx";

interface Props {
  passage: Passage;
  /** Where an unchanged passage touches a changed one. */
  beside: Beside;
  /** Whether a paragraph is named that came, went or moved as a whole. */
  named: boolean;
}

const names = { added: ["New paragraph", "Moved here"], removed: ["Paragraph removed", "Moved from here"] } as const;

/** One paragraph or row with what changed in it. */
export function PassageText({ passage: { kind, moved, segments }, beside, named }: Props) {
  const shown = withoutSpaces(segments);
  const last = shown.length - 1;
  return (
    <p className="passage">
      {named && (kind === "added" || kind === "removed") && (
        <>
          <b className="block text-small">{names[kind][moved ? 1 : 0]}</b>{" "}
        </>
      )}
      {shown.map((segment, index) =>
        segment.kind === "same" ? (
          <Kept
            key={index}
            text={index === last ? segment.text.trimEnd() : segment.text}
            beside={kind === "same" ? beside : index === 0 ? "end" : index === last ? "start" : "both"}
          />
        ) : (
          <ChangedWords key={index} segment={segment} breaks={kind === "changed"} />
        ),
      )}
    </p>
  );
}

/** Leaves out a space that went or came beside something that can be seen. */
function withoutSpaces(segments: readonly Segment[]): readonly Segment[] {
  const isSpace = ({ kind, text }: Segment) => kind !== "same" && /^ +$/.test(text);
  const seen = segments.some((segment) => segment.kind !== "same" && !isSpace(segment));
  return seen ? segments.filter((segment) => !isSpace(segment)) : segments;
}

function Kept({ text, beside }: { text: string; beside: Beside }) {
  return excerptOf(text, beside).map((piece, index) => <Fragment key={index}>{piece ?? <LeftOut />}</Fragment>);
}
