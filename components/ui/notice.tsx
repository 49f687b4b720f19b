import type { ReactNode } from "react";

interface Props {
  heading: string;
  /** A notice stands out from the page, which is washed in places. */
  ground?: "bg-wash" | "bg-paper";
  children: ReactNode;
}

/** Something the reader should know before reading on. */
export function Notice({ heading, ground = "bg-wash", children }: Props) {
  return (
    <section aria-label={heading} className={`border-l-8 border-mark px-5 py-4 ${ground}`}>
      <p className="font-bold">{heading}</p>
      <div className="mt-1 max-w-prose">{children}</div>
    </section>
  );
}
