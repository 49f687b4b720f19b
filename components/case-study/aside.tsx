import type { ReactNode } from "react";

/** One group of the facts beside the text. */
export function AsideGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="ruled">
      <h2 className="!text-body !tracking-normal">{heading}</h2>
      <div className="mt-1 text-small [&_a]:inline-block [&_a]:py-0.5">{children}</div>
    </section>
  );
}
