import { printedAddress } from "#lib/http/site.ts";

interface Props {
  path: string;
  /** Which edition of it, or which part: "Published 19 May 2026", "Page 2 of 62". */
  which: string;
}

/** Where a sheet of paper came from, for whoever finds it. */
export function PrintLine({ path, which }: Props) {
  return (
    <p className="paper-line">
      Casebook · {printedAddress(path)} · {which} · Open Government Licence v3.0
    </p>
  );
}
