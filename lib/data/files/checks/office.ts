import type { KindName } from "#lib/domain/files/kinds.ts";
import type { FileRefusal } from "#lib/domain/files/refusals.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { isAmbiguous, isLink, relationsIn } from "./relations.ts";
import { readParts, type Parts } from "./zip.ts";

type OfficeKind = "docx" | "xlsx" | "pptx" | "odt" | "ods";

const mainTypes = {
  docx: "wordprocessingml.document.main+xml",
  xlsx: "spreadsheetml.sheet.main+xml",
  pptx: "presentationml.presentation.main+xml",
} as const;
const openTypes = {
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
} as const;
const macroParts = /(?:^|\/)(?:vbaProject|vbaData)|(?:^|\/)(?:activeX|macrosheets)\/|^(?:Basic|Scripts)\//i;
const programs = /\.(?:exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|jar|hta|lnk|msi|html?|svg|php|sh|zip)$/i;

/** What an office file is by its own account, if nothing in it is dangerous to whoever opens it. */
export async function checkOffice(path: string): Promise<Result<OfficeKind, FileRefusal>> {
  const read = await readParts(path);
  if (!read.ok) return read;
  const kind = kindOf(read.value);
  if (!kind.ok) return kind;
  const dangerous = dangerIn(read.value);
  return dangerous ? refuse({ because: dangerous }) : ok(kind.value);
}

function kindOf({ texts, names }: Parts): Result<OfficeKind, FileRefusal> {
  const types = texts.get("[Content_Types].xml");
  if (types === undefined) return openKind(texts.get("mimetype"), names);
  if (/macroEnabled/i.test(types)) return refuse({ because: "macros" });
  const found = Object.entries(mainTypes).filter(([, type]) => types.includes(type));
  const [kind] = found.map(([name]) => name as OfficeKind);
  if (!kind || found.length > 1 || !names.has("_rels/.rels")) return refuse({ because: "program" });
  return ok(kind);
}

function openKind(type: string | undefined, names: ReadonlySet<string>): Result<OfficeKind, FileRefusal> {
  const kind: KindName | undefined = openTypes[type?.trim() as keyof typeof openTypes];
  return kind && names.has("content.xml") ? ok(kind) : refuse({ because: "program" });
}

function dangerIn({ names, texts }: Parts): "macros" | "holds-files" | "loads-from-elsewhere" | "password" | null {
  for (const name of names) {
    if (macroParts.test(name)) return "macros";
    if (programs.test(name)) return "holds-files";
  }
  for (const [name, text] of texts) {
    if (/\.rels$/i.test(name) && loadsFromElsewhere(text)) return "loads-from-elsewhere";
    if (name === "META-INF/manifest.xml" && /encryption-data/.test(text)) return "password";
  }
  return null;
}

/** A link that somebody has to follow is no danger; whatever is fetched by itself is. */
function loadsFromElsewhere(xml: string): boolean {
  return isAmbiguous(xml) || relationsIn(xml).some((one) => one.isOutside && !isLink(one));
}
