import { kinds, type KindName } from "./kinds.ts";

const longest = 80;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** The ending of a name in lower case, "" for none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(cleaned(name))?.[1]?.toLowerCase() ?? "";
}

/**
 * A file's name as it is kept: no folders, nothing that cannot be seen or turns the direction of writing, one dot only, before
 * the ending of what it is.
 */
export function nameToKeep(name: string, kind: KindName): string {
  const bare = cleaned(name)
    .replace(/\.[^.]*$/, "")
    .replace(/[<>:"|?*%;]|\.+/g, "-")
    .replace(/^[-\s]+|[-\s]+$/g, "");
  const stem = [...bare].slice(0, longest).join("").trim();
  const safe = stem === "" || reserved.test(stem) ? `file${stem && `-${stem}`}` : stem;
  return `${safe}.${kinds[kind].extension}`;
}

/** A name as its sender may be shown it. */
export function nameToShow(name: string): string {
  const all = [...cleaned(name)];
  return all.length > longest ? `${all.slice(0, longest).join("")}…` : all.join("") || "The file";
}

/** The last part of a path, without what cannot be seen. */
function cleaned(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return last
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, "")
    .replace(/[\s\p{Z}]+/gu, " ")
    .trim();
}
