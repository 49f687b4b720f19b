/** Header lines by lower-case name, every line kept: `IncomingMessage.headersDistinct`. */
export type HeaderLines = Readonly<Record<string, readonly string[] | undefined>>;

/** A request as far as its head goes. */
export type Asked = { method: string; url: string; headers: HeaderLines };

/**
 * What this site allows. `hosts`: names in lower case without port, besides that of `publicUrl`; with neither, loopback only.
 * `posts`: paths that take a form. `opens`: paths that pages of other sites may read.
 * `oneClicks`: those of them where mail programs may end letters. `bodyBytes`: the longest form.
 * `uploads`: those of them that bring files. `uploadBytes`: the longest of those forms.
 */
export type Rules = {
  hosts: readonly string[];
  publicUrl?: string | undefined;
  posts: readonly RegExp[];
  opens?: readonly RegExp[] | undefined;
  oneClicks?: readonly RegExp[] | undefined;
  bodyBytes: number;
  uploads?: readonly RegExp[] | undefined;
  uploadBytes?: number | undefined;
};

/** A refusal: the status to answer with, the reason for the log, and for a 405 the methods that would do. */
export type Refusal = { status: 400 | 403 | 404 | 405 | 413 | 414 | 421; because: string; allow?: readonly string[] };
