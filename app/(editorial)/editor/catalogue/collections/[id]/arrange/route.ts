import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { arrangeCollection } from "#lib/commands/catalogue/collections/arrange-collection.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../answer.ts";
import { goneWords } from "../../gone.ts";

const sent = z.object({ caseStudyId: z.uuid(), how: z.enum(["put", "take-out", "up", "down"]) });
const doneWords = {
  put: "is in the collection now, after the others.",
  "take-out": "is no longer in the collection.",
  up: "is one place further up.",
  down: "is one place further down.",
};

/** Puts a case study into a collection, takes it out, or moves it by one place. */
export async function POST(request: Request, { params }: RouteContext<"/editor/catalogue/collections/[id]/arrange">) {
  const actor = await requireEditor();
  const { id } = await params;
  const form = await readForm(request);
  const looked = fieldOf(form, "q");
  const answer = (said: Parameters<typeof answerWith>[1]) =>
    answerWith(paths.editCollection(id), said, looked && `${new URLSearchParams({ q: looked })}`);
  const read = sent.safeParse({ caseStudyId: fieldOf(form, "caseStudy"), how: fieldOf(form, "how") });
  if (!read.success) return answer({ notDone: ["Nothing was chosen to be put in, moved or taken out."] });

  const arranged = await arrangeCollection({ id, ...read.data, basedOn: fieldOf(form, "basedOn"), actor });
  if (arranged.ok) return answer({ done: `“${fieldOf(form, "title")}” ${doneWords[read.data.how]}` });
  if (arranged.reason.why !== "changed") return answerWith(paths.editCollections, { notDone: [goneWords] });
  return answer({
    notDone: [
      "Somebody has changed the collection meanwhile. It is below as it is now: move it again if you still want to.",
    ],
  });
}
