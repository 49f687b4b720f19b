export interface FormError {
  /** Id of the field it is about. */
  field: string;
  message: string;
  /** Where the field is, if not on this page. */
  path?: string;
}

/** Everything that has to be put right, first on the page, each a link to where. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  if (!errors.length) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      autoFocus
      className="error-summary mb-8 max-w-prose border-4 border-did-not-work p-5"
      data-error-summary=""
    >
      <h2 className="!text-h3">There is a problem</h2>
      <ul className="mt-3 list-disc pl-5 font-bold">
        {errors.map(({ field, message, path }) => (
          <li key={`${field} ${message}`}>
            <a href={path ?? `#${field}`} className="quiet-link">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
