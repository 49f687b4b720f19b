import { escapeHtml } from "#lib/gate/html/plain-page.ts";
import type { Answer } from "#lib/gate/send.ts";

/**
 * An answer to a form that could not be taken, with everything that was typed in it and one button to send it again.
 * Any other answer comes back as it is.
 *
 * @param path the form was sent to
 * @param body of the request, URL-encoded
 */
export function withTypedForm(answer: Answer, path: string, body: Buffer | undefined): Answer {
  const cannotNow = answer.status === 401 || answer.status === 429 || answer.status >= 500;
  if (!body || !cannotNow || !Buffer.isBuffer(answer.body)) return answer;
  const page = answer.body.toString("utf8");
  const end = page.lastIndexOf("</main>");
  if (end === -1) return answer;
  return { ...answer, body: Buffer.from(page.slice(0, end) + formOf(path, body) + page.slice(end)) };
}

function formOf(path: string, body: Buffer): string {
  const fields = [...new URLSearchParams(body.toString("utf8"))]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
  const words = "Nothing you typed is lost: it is kept in this page until you try again.";
  return `<div class="band"><p>${words}</p><form method="post" action="${escapeHtml(path)}">${fields}<p class="mt-4"><button type="submit" class="button">Try again</button></p></form></div>`;
}
