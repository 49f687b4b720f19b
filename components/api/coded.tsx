/** A text with what stands between backquotes as code. */
export function Coded({ text }: { text: string }) {
  return text.split("`").map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part));
}
