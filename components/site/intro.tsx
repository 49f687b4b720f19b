import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "#components/ui/breadcrumbs.tsx";

interface Props {
  heading: string;
  /** What the page is for, in a sentence or two. */
  lead?: ReactNode;
  trail?: readonly Crumb[];
  /** What belongs to the heading and comes before the lead. */
  under?: ReactNode;
  children?: ReactNode;
}

/** The opening of a page: where it stands, its heading and what it is for. */
export function Intro({ heading, lead, trail = [], under, children }: Props) {
  return (
    <div className="border-b border-line bg-wash print:border-0">
      <div className="band py-5 tablet:py-10">
        <Breadcrumbs trail={trail} />
        <h1 className="max-w-[24ch] tablet:max-w-[30ch]">{heading}</h1>
        {under}
        {lead && (
          <p className="mt-2 max-w-lead leading-normal print:max-w-none tablet:mt-4 tablet:text-[1.3125rem]">{lead}</p>
        )}
        {children}
      </div>
    </div>
  );
}
