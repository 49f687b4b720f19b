import { Parser } from "htmlparser2";

/** Where a part of an office file leads, as its package says. */
export interface Relation {
  type: string;
  target: string;
  /** Whether that is outside of the package. */
  isOutside: boolean;
}

/** The text of an XML part, in whichever of the encodings it is in that office files may have. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // With a mark of the order of its bytes, or without.
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return decoded("utf-16be", bytes);
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return decoded("utf-16le", bytes);
  return decoded("utf-8", bytes);
}

const decoded = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);

/** Whether a text may be read as something else: it declares words of its own, or an encoding that office files may not have. */
export const isAmbiguous = (xml: string): boolean => {
  const encoding = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']?([^"'\s?]*)/i.exec(xml)?.[1] ?? "utf-8";
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml) || !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii)$/i.test(encoding);
};

/** The relations that a part of a package lists, whatever prefix their names have and however their values are written. */
export function relationsIn(xml: string): Relation[] {
  const relations: Relation[] = [];
  const parser = new Parser(
    {
      onopentag(name, said) {
        if (!/^(?:[^:]*:)?Relationship$/i.test(name)) return;
        const { Type: type = "", Target: target = "", TargetMode: mode = "" } = said;
        relations.push({ type, target, isOutside: /^\s*external\s*$/i.test(mode) });
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return relations;
}

/** Whether a relation only leads somewhere once a reader follows it. */
export const isLink = ({ type }: Pick<Relation, "type">): boolean => /\/hyperlink$/i.test(type);
