import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from "docx";
import type { Definition, PhrasingContent } from "mdast";
import { isAddress } from "../document/field-codes.ts";
import { shown } from "./shown.ts";

type Look = Pick<IRunOptions, "bold" | "italics" | "strike" | "style">;
export type Definitions = ReadonlyMap<string, Definition>;

/** Words in one look, each line on a line of its own. */
export function wordsOf(text: string, look: Look = {}): TextRun[] {
  return shown(text)
    .split("\n")
    .map((part, index) => new TextRun({ ...look, text: part, ...(index && { break: 1 }) }));
}

/** What stands within a paragraph of Markdown. */
export function runsOf(
  content: readonly PhrasingContent[],
  definitions: Definitions,
  look: Look = {},
): ParagraphChild[] {
  return content.flatMap((node): ParagraphChild[] => {
    switch (node.type) {
      case "text":
        return wordsOf(node.value.replaceAll("\n", " "), look);
      case "inlineCode":
        return wordsOf(node.value, { ...look, style: "CodeWords" });
      case "strong":
        return runsOf(node.children, definitions, { ...look, bold: true });
      case "emphasis":
        return runsOf(node.children, definitions, { ...look, italics: true });
      case "delete":
        return runsOf(node.children, definitions, { ...look, strike: true });
      case "break":
        return [new TextRun({ break: 1 })];
      case "link":
        return linked(node.url, runsOf(node.children, definitions, { ...look, style: "Hyperlink" }), () =>
          runsOf(node.children, definitions, look),
        );
      case "linkReference": {
        const url = definitions.get(node.identifier)?.url ?? "";
        return linked(url, runsOf(node.children, definitions, { ...look, style: "Hyperlink" }), () =>
          runsOf(node.children, definitions, look),
        );
      }
      case "footnoteReference":
        return wordsOf(`[^${node.label ?? node.identifier}]`, look);
      default:
        return [];
    }
  });
}

function linked(url: string, children: ParagraphChild[], plain: () => ParagraphChild[]): ParagraphChild[] {
  if (!isAddress(url)) return plain();
  return [new ExternalHyperlink({ link: shown(url), children })];
}
