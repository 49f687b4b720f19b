import type { ReactNode } from "react";

/** Something the reader should know before reading on. */
export function Notice({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section aria-label={heading} className="border-l-8 border-mark bg-wash px-5 py-4">
      <p className="font-bold">{heading}</p>
      <div className="mt-1 max-w-prose">{children}</div>
    </section>
  );
}
