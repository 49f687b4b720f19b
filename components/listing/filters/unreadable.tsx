import type { ReactNode } from "react";

/** Says beside a field what is wrong with what was typed into it. */
export function Unreadable({ field, children }: { field: string; children: ReactNode }) {
  return (
    <p id={`${field}-error`} className="text-small font-bold text-did-not-work">
      {children}
    </p>
  );
}
