import { accountRows } from "./account-rows.ts";
import { contributorRows } from "./contributor-rows.ts";
import { editorRows } from "./editor-rows.ts";
import { publicRows } from "./public-rows.ts";
import type { Row } from "./row.ts";

/** Who may do what: every method of every route of the site. `tests/architecture/routes.test.ts` holds it against the folders. */
export const table: readonly Row[] = [...publicRows, ...contributorRows, ...accountRows, ...editorRows];
