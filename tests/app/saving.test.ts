import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { POST } from "#app/(contributor)/submit/[draft]/[section]/save/route.ts";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { db } from "#lib/data/db.ts";
import { spend } from "#lib/data/limits.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { posted } from "#tests/support/posted.ts";

const section = getTemplate(current.caseStudy).sections[0]?.key ?? "";

async function aStartedDraft() {
  const started = await startDraft({ answers: { title: "Night buses" }, key: randomUUID() });
  if (!started.ok) throw new Error("The draft was not started");
  return started.value;
}

const save = (token: string) =>
  POST(posted({ basedOn: "1", title: "Night buses and trains" }), {
    params: Promise.resolve({ draft: token, section }),
  });

test("whoever came from the check goes back there, whatever they press before", async () => {
  const { token } = await aStartedDraft();
  const press = async (changes: Record<string, string>) => {
    const form = { basedOn: "1", title: "Night buses", from: "check", do: "continue", ...changes };
    const answer = await POST(posted(form), { params: Promise.resolve({ draft: token, section }) });
    return answer.headers.get("location");
  };
  const here = `/submit/${token}/${section}`;
  expect(await press({ title: "x".repeat(101) })).toBe(`${here}?from=check`);
  expect(await press({ basedOn: "2", do: "add:partners" })).toBe(`${here}?from=check#main`);
  expect(await press({ basedOn: "2", do: "preview" })).toBe(`${here}?from=check#main`);
  expect(await press({ basedOn: "9", title: "Night trams" })).toMatch(/\?attempt=[\w-]{36}&from=check$/);
  expect(await press({ basedOn: "3" })).toBe(`/submit/${token}/check`);
});

test("a browser that saves a draft finds it again, and none that it finds already is forgotten for it", async () => {
  const [{ token }, { token: own, versionId }] = [await aStartedDraft(), await aStartedDraft()];
  const remembered = async (cookie?: string) => {
    const request = posted({ basedOn: "1", title: "Night buses" });
    if (cookie !== undefined) request.headers.set("cookie", `next=x; draft=${cookie}`);
    const answer = await POST(request, { params: Promise.resolve({ draft: token, section }) });
    return answer.headers.get("set-cookie");
  };
  expect(await remembered()).toContain(`draft=${token};`);
  expect(await remembered(token)).toContain(`draft=${token};`);
  expect(await remembered(own)).toBeNull();
  await db.version.update({ where: { id: versionId }, data: { state: "declined" } });
  expect(await remembered(own)).toContain(`draft=${token};`);
  expect(await remembered("of-what-is-gone")).toContain(`draft=${token};`);
});

const countRevisions = (versionId: string) => db.revision.count({ where: { versionId } });

test("a draft that was saved as often as may be in a day is not saved again", async () => {
  const { token, versionId } = await aStartedDraft();
  await spend("revision", { draft: versionId }, 1999);
  expect((await save(token)).status).toBe(303);
  const before = await countRevisions(versionId);
  const refused = await save(token);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("x-limit")).toBe("saves-draft");
  expect(await countRevisions(versionId)).toBe(before);
});

test("one address does not fill the disk by saving little in many drafts", async () => {
  const { token } = await aStartedDraft();
  await spend("revision", { address: posted.from }, 20_000);
  const refused = await save(token);
  expect([refused.status, refused.headers.get("x-limit")]).toEqual([429, "saves-address"]);
});
