import { printedAddress } from "#lib/http/site.ts";

interface Props {
  path: string;
  /** "Published 19 May 2026" */
  dated: string;
}

/** Where a sheet of paper came from, for whoever finds it. */
export function PrintLine({ path, dated }: Props) {
  return (
    <p className="paper-line">
      Casebook · {printedAddress(path)} · {dated} · Open Government Licence v3.0
    </p>
  );
}
