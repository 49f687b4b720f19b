import { ErrorPage } from "#components/site/error-page.tsx";
import { placeholders } from "#lib/domain/addresses/page-directive.ts";

/** The gate alone asks for these, when it starts, and keeps them. */
export default async function ErrorPageForGate({ params }: PageProps<"/-/errors/[status]">) {
  return <ErrorPage about={Number((await params).status)} text={placeholders.text} />;
}
