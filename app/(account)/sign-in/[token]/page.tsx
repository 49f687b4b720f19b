import { PrivatePage } from "#components/site/private-page.tsx";
import { findLink } from "#lib/data/submissions/links.ts";
import { paths } from "#lib/http/paths.ts";

/** A button spends the link: programs that scan mail press every link they find, but no button. */
export default async function SignInLinkPage({ params }: PageProps<"/sign-in/[token]">) {
  const { token } = await params;
  const link = await findLink(token, "signIn", new Date());
  if (!link || link.usedAt) {
    return (
      <PrivatePage title="This link cannot be used">
        <p className="prose">
          It works once, for ten minutes. <a href={paths.signIn}>Ask for another</a>
        </p>
      </PrivatePage>
    );
  }
  return (
    <PrivatePage title="Sign in">
      <form method="post" action={`${paths.signInLink(token)}/spend`}>
        <button type="submit" className="button">
          Sign in
        </button>
      </form>
    </PrivatePage>
  );
}
