interface Renewing {
  path: string;
  /** New each time the form is shown. */
  formKey: string;
  renewed: boolean;
  mailed: boolean;
}

/** The button that makes a new secret address and lets the old ones open nothing more; once it was pressed, the word that it did. */
export function RenewLink({ path, formKey, renewed, mailed }: Renewing) {
  return (
    <form method="post" action={`${path}/renew`} className="no-print mt-6 max-w-prose">
      <input type="hidden" name="key" value={formKey} />
      <p role={renewed ? "status" : undefined}>
        {renewed
          ? `This page has a new address. The old links open nothing any more. ${mailed ? "Our next e-mail brings the new one, so keep it until then." : "Keep it: nobody else has it."}`
          : "Does somebody have the link to this page who should not? With a new one, every old link opens nothing."}
      </p>
      <button type="submit" className="link-button mt-2">
        Make a new link
      </button>
    </form>
  );
}
