import { Parser } from "htmlparser2";

export interface FoundForm {
  action: string;
  /** What a browser would send that was given something for every box. */
  fields: [name: string, value: string][];
  /** Whether it brings files. */
  isMultipart: boolean;
}

const words = "Words that somebody typed";

/** The forms of a page that are posted, filled in. */
export function formsIn(html: string): FoundForm[] {
  const forms: FoundForm[] = [];
  const names = new Set<string>();
  let box: { name: string; value: string } | null = null;
  const add = (name: string | undefined, value: string) => {
    if (name) forms.at(-1)?.fields.push([name, value]);
    if (name) names.add(name);
  };
  const parser = new Parser({
    onopentag(tag, { name = "", value = "", type = "text", ...rest }) {
      if (tag === "form") {
        names.clear();
        if (rest["method"] === "post")
          forms.push({
            action: rest["action"] ?? "",
            fields: [],
            isMultipart: rest["enctype"] === "multipart/form-data",
          });
      }
      if (tag === "textarea") box = { name, value: "" };
      if (tag === "select") box = { name, value: "" };
      if (tag === "option" && box && (box.value === "" || "selected" in rest)) box.value = value;
      if (tag === "button" && !names.has("a button")) {
        add(name, value);
        names.add("a button");
      }
      if (tag !== "input" || type === "file") return;
      if (type === "radio" ? names.has(name) && !("checked" in rest) : type === "checkbox" && !("checked" in rest))
        return;
      add(name, value || (type === "email" ? "somebody@council.example" : type === "hidden" ? "" : words));
    },
    ontext(text) {
      if (box) box.value += text.trim();
    },
    onclosetag(tag) {
      if (!box || (tag !== "textarea" && tag !== "select")) return;
      add(box.name, box.value || words);
      box = null;
    },
  });
  parser.end(html);
  return forms;
}

/** A form as the body of a request. */
export function bodyOf({ fields, isMultipart }: Pick<FoundForm, "fields" | "isMultipart">): {
  type: string;
  body: string;
} {
  if (!isMultipart) {
    return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(fields).toString() };
  }
  const boundary = "form-of-the-matrix";
  const part = ([name, value]: [string, string]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${fields.map(part).join("")}--${boundary}--\r\n` };
}
