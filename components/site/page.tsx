import { Frame, type FrameProps } from "./frame/frame.tsx";
import { Head, type HeadProps } from "./frame/head.tsx";

/** A whole page: head, header, main and footer. */
export function Page({ section, strip, children, ...head }: HeadProps & FrameProps) {
  return (
    <>
      <Head {...head} />
      <Frame section={section} strip={strip}>
        {children}
      </Frame>
    </>
  );
}
