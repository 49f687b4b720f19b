import { GateSays } from "#components/site/gate-says.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { paths } from "#lib/http/paths.ts";

/** The front door of the editors' side is its queue. */
export default async function EditorHome() {
  await requireEditor();
  return <GateSays status={303} location={paths.queue()} store={false} />;
}
