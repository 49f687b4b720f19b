import type { ReactNode } from "react";
import { demonstration } from "#lib/http/site.ts";
import { Footer } from "./footer.tsx";
import { Header, type Section } from "./header.tsx";

export interface FrameProps {
  section?: Section | undefined;
  /** What stands between the header of the site and the page. */
  strip?: ReactNode;
  children: ReactNode;
}

/** Everything of a page that a reader sees: header, main and footer. */
export function Frame({ section, strip, children }: FrameProps) {
  return (
    <>
      <a href="#main" className="to-main">
        Skip to main content
      </a>
      <Header section={section} />
      {strip}
      {demonstration && (
        <aside aria-label="About the data" className="border-b border-line bg-wash text-small text-soft">
          <p className="band py-2">Demonstration data. Councils marked “(example)” are invented.</p>
        </aside>
      )}
      <main id="main" tabIndex={-1} className="grow pb-16">
        {children}
      </main>
      <Footer />
    </>
  );
}
