import type { Template } from "#lib/domain/template/questions.ts";
import { everyGuidance } from "#lib/domain/word/guidance.ts";
import { textOf, type Block, type Paragraph } from "../document/blocks.ts";

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** Leaves out what our own documents say of their own accord, and only that: words typed in the same style are an answer. */
export function withoutGuidance(template: Template, blocks: readonly Block[]): Block[] {
  const known = new Set(everyGuidance(template).map(plain));
  const kept = (block: Block): Block[] => {
    if (block.kind === "table") {
      const rows = block.rows.map((row) => row.map((cell) => ({ blocks: cell.blocks.flatMap(kept) })));
      return [{ ...block, rows }];
    }
    return block.manner === "guidance" ? written(block, known) : [block];
  };
  return blocks.flatMap(kept);
}

function written(paragraph: Paragraph, known: ReadonlySet<string>): Paragraph[] {
  const text = plain(textOf(paragraph.inlines));
  if (!text || known.has(text)) return paragraph.anchors.length ? [{ ...paragraph, inlines: [] }] : [];
  const begun = [...known].find((one) => text.startsWith(one));
  if (!begun) return [{ ...paragraph, manner: "text" }];
  const rest = text.slice(begun.length).trim();
  return [{ ...paragraph, manner: "text", inlines: [{ kind: "text", text: rest, marks: [], href: null }] }];
}
