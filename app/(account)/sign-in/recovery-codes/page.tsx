import { cookies } from "next/headers";
import { EditorPage } from "#components/review/editor-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { listRecoveryCodes } from "#lib/auth/second-factor.ts";
import { nextPage } from "#lib/http/sign-in/next-page.ts";
import { paths } from "#lib/http/paths.ts";

/** The codes that stand in for a lost authenticator app. */
export default async function RecoveryCodesPage() {
  const editor = await requireEditor();
  const codes = await listRecoveryCodes(editor.id);
  const goOn = nextPage((await cookies()).toString());
  return (
    <EditorPage title="Your recovery codes" editor={editor}>
      <p className="prose mb-6">
        If you lose your authenticator app, one of these gets you in instead of its code. Each works once. Print them or
        keep them where you keep passwords.
      </p>
      {codes.length > 0 ? (
        <ul className="mb-8 grid w-fit grid-cols-2 gap-x-10 gap-y-1 font-mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      ) : (
        <p className="mb-8">You have none left.</p>
      )}
      <p className="no-print mb-6">
        <a href={goOn} className="button">
          I have kept them
        </a>
      </p>
      <form method="post" action={`${paths.recoveryCodes}/renew`} className="no-print">
        <button type="submit" className="link-button">
          Make new ones, and let these work no more
        </button>
      </form>
    </EditorPage>
  );
}
