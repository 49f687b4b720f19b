import type { ReactNode } from "react";

interface Props {
  heading: string;
  /** For links to it. */
  id?: string;
  className?: string;
  children: ReactNode;
}

/** One group of the facts beside the text. */
export function AsideGroup({ heading, id, className = "", children }: Props) {
  return (
    <section id={id} className={`ruled ${className}`}>
      <h2 className="!text-body !tracking-normal">{heading}</h2>
      <div className="mt-1 text-small [&_a]:inline-block [&_a]:py-0.5">{children}</div>
    </section>
  );
}
