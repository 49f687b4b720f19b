import { escapeHtml } from "#lib/gate/html/plain-page.ts";
import type { Answer } from "#lib/gate/send.ts";

/**
 * An answer to a form that could not be taken, with everything that was typed in it and one button to send it again.
 * Any other answer comes back as it is.
 *
 * @param path the form was sent to
 * @param body what was typed, URL-encoded; undefined where it is not known
 * @param kind whether the form can bring files: none of them is kept
 */
export function withTypedForm(
  answer: Answer,
  path: string,
  body: Buffer | undefined,
  kind: "plain" | "with files" = "plain",
): Answer {
  if (!body || !isRefusedForNow(answer) || !Buffer.isBuffer(answer.body)) return answer;
  const page = answer.body.toString("utf8");
  const end = page.lastIndexOf("</main>");
  if (end === -1) return answer;
  return {
    ...answer,
    body: Buffer.from(page.slice(0, end) + formOf(path, body, kind === "with files") + page.slice(end)),
  };
}

/** Whether the same form may be taken another time. */
export const isRefusedForNow = ({ status }: Answer): boolean => status === 401 || status === 429 || status >= 500;

function formOf(path: string, body: Buffer, files: boolean): string {
  const fields = [...new URLSearchParams(body.toString("utf8"))]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
  const kept = "Nothing you typed is lost: it is kept in this page until you try again.";
  const words = files ? `${kept} Choose files again afterwards: they are not kept.` : kept;
  const coded = files ? ' enctype="multipart/form-data"' : "";
  return `<div class="band"><p>${words}</p><form method="post" action="${escapeHtml(path)}"${coded}>${fields}<p class="mt-4"><button type="submit" class="button">Try again</button></p></form></div>`;
}
