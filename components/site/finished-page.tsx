import type { ReactNode } from "react";
import { holdHtml } from "#lib/http/held-html.ts";
import { Frame, type FrameProps } from "./frame/frame.tsx";
import { Head, type HeadProps } from "./frame/head.tsx";
import { HeldPart } from "./held-part.tsx";

interface Props extends HeadProps, FrameProps {
  /** What machines are told besides; it may wait for what it needs. */
  forMachines?: ReactNode;
}

/**
 * A whole page like any other, made for less: all that a reader sees becomes HTML here, once, and is held until the page is
 * written. Otherwise the framework makes every element twice, once as a description for script in the browser, which no page of
 * ours has.
 * Nothing in it may wait for anything: what a page reads, it reads before.
 */
export async function FinishedPage({ forMachines, section, strip, children, ...head }: Props) {
  // Next refuses a page that imports this at its top.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = renderToStaticMarkup(
    <Frame section={section} strip={strip}>
      {children}
    </Frame>,
  );
  return (
    <>
      <Head {...head} />
      <HeldPart held={holdHtml(html)} />
      {forMachines}
    </>
  );
}
