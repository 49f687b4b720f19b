import type { Wish } from "#lib/domain/catalogue/decide.ts";
import type { TermList } from "#lib/domain/catalogue/terms.ts";

/** What a form, or the address of a preview, wishes of a list. Null for nothing that can be wished of it. */
export function readWish(list: TermList, fieldOf: (name: string) => string): Wish | null {
  const [wanted, name, id, into] = [fieldOf("do"), fieldOf("name"), fieldOf("id"), fieldOf("into")];
  const under = list === "topic" ? fieldOf("under") || null : null;
  switch (wanted) {
    case "add":
      return { do: wanted, name, under };
    case "rename":
      return { do: wanted, id, name };
    case "move":
      return list === "topic" ? { do: wanted, id, under } : null;
    case "up":
    case "down":
    case "retire":
    case "bringBack":
      return { do: wanted, id };
    case "merge":
      return { do: wanted, id, into };
    default:
      return null;
  }
}

/** A wish as an address or hidden fields carry it. */
export const writeWish = (wish: Wish): Record<string, string> =>
  Object.fromEntries(Object.entries(wish).map(([name, value]) => [name, value ?? ""]));
