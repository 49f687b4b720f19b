import { Fragment, type ReactNode } from "react";
import type { Segment } from "#lib/domain/difference/segments.ts";

interface Props {
  segment: Segment;
  /** Whether line ends are part of what changed, and so have to be seen. */
  breaks: boolean;
}

/** Words that went, struck through, or came, underlined. Said aloud as well, since few screen readers tell of either. */
export function ChangedWords({ segment: { kind, text }, breaks }: Props) {
  const Element = kind === "removed" ? "del" : "ins";
  return (
    <Element>
      <span className="sr-only">{kind}: </span>
      {breaks ? withBreaks(text) : text.replace(/^\n+|\n+$/g, "")}
      <span className="sr-only"> (end) </span>
    </Element>
  );
}

function withBreaks(text: string): ReactNode {
  if (text.trim() === "" && !text.includes("\n")) return <Mark shown="␣" said="a space" />;
  return text.split(/\n+/).map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <Mark shown="¶ " said="a new line " />}
      {line}
    </Fragment>
  ));
}

/** What cannot be seen by itself. */
function Mark({ shown, said }: { shown: string; said: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{said}</span>
    </>
  );
}
