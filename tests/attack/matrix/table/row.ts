/**
 * Who gets past the guard of a route. `anyone`: no guard. `stranger`: whoever has no session. `visitor`: a session, with or without a second factor.
 * `editor`, `administrator`: a session with a second factor of somebody who is that.
 * `nowhere`: nobody, because the address leads nowhere on this site.
 * The others are kinds of links: whoever has one, whoever they are.
 */
export type Opens =
  | ("anyone" | "stranger" | "visitor" | "editor" | "administrator" | "nowhere")
  | ("draft" | "confirm" | "track" | "mine" | "erase" | "signIn" | "alert" | "enquiry" | "factCheck");

/**
 * What a route does: its method, its pattern as the folders below app spell it, whom it opens to, and how it answers them if not
 * with 200 to a GET and 303 to a POST.
 */
export type Row = readonly [method: "GET" | "POST", route: string, opens: Opens, status?: number];

/** How a route answers whom it opens to. */
export const statusOf = ([method, , , status]: Row): number => status ?? (method === "GET" ? 200 : 303);
