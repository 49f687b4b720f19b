import type { BlockContent, Code, InlineCode, Link, PhrasingContent, Text } from "mdast";
import type { Options } from "remark-stringify";

type Handle = NonNullable<NonNullable<Options["handlers"]>["text"]>;

const inside: Handle = (node: { type: "paragraph"; children: PhrasingContent[] }, _parent, state, info) =>
  state.containerPhrasing(node, info);
const value: Handle = ({ value: words }: Text | InlineCode | Code) => words;
const quoted: Handle = (node: { type: "blockquote"; children: BlockContent[] }, _parent, state, info) =>
  state.containerFlow(node, info);

/** What a link says, and where it leads if that is not what it says. */
const link: Handle = (node: Link, parent, state, info) => {
  const words = inside(node, parent, state, info);
  const address = node.url.replace(/^(?:mailto|tel):/i, "");
  const isSaid = [address, address.replace(/^https?:\/\//i, "")].includes(words.replace(/\s/g, ""));
  return isSaid ? words : `${words} (${address})`;
};

/** Writes what stands within lists and tables as words without Markdown. */
export const plain = {
  ...{ text: value, inlineCode: value, code: value },
  ...{ strong: inside, emphasis: inside, delete: inside, heading: inside },
  ...{ blockquote: quoted, link, break: () => "\n" },
} satisfies Options["handlers"];
