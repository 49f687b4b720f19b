import { ErrorPage } from "#components/site/error-page.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import type { findByAddress } from "#lib/data/directory/case-studies.ts";

type Found = Awaited<ReturnType<typeof findByAddress>>;

/** What is said at an address of no case study's page: that there is none, that it has gone, or where it is now. */
export function NotHere({ found }: { found: Exclude<Found, { kind: "page" }> }) {
  switch (found.kind) {
    case "none":
      return <ErrorPage about={404} status={404} />;
    case "gone":
      return <ErrorPage about={410} status={410} />;
    case "moved":
      return <GateSays status={301} location={found.to} />;
  }
}
