type Words = { title: string; text: string };

const words: Record<number, Words> = {
  400: { title: "This address could not be read", text: "Check the address, or start again from the home page." },
  401: {
    title: "You are no longer signed in",
    text: "Sign in again in another window. Then come back to this page.",
  },
  403: {
    title: "This cannot be done from here",
    text: "Open the page again and send it from there. Some things only an administrator may do.",
  },
  404: { title: "Page not found", text: "Check the address. If you pasted it, check that you copied all of it." },
  405: { title: "This address cannot be used that way", text: "Open it as a page, or start again from the home page." },
  408: { title: "The request took too long to arrive", text: "Check your connection, then try again." },
  410: { title: "This page has been removed", text: "It was published here and has since been taken down." },
  413: { title: "That is too large to send", text: "Send less at once, or a smaller file." },
  414: { title: "This address is too long", text: "Choose fewer filters, or start again from the home page." },
  421: { title: "This is not the site you asked for", text: "Check the name of the site in the address." },
  429: { title: "A limit has been reached", text: "Wait a minute, then try again." },
  431: { title: "The request carries too much", text: "Clear the cookies of this site, then try again." },
  500: { title: "There is a problem with the service", text: "Try again in a few minutes." },
  503: { title: "The service is not available at the moment", text: "Try again in a minute." },
};
const refused: Words = { title: "This request could not be carried out", text: "Go back and check what you entered." };
const failed: Words = { title: "There is a problem with the service", text: "Try again in a few minutes." };

/** What an error says: a title and one sentence, as text. A status without words of its own gets those of its class. */
export function wordsFor(status: number): Words {
  return words[status] ?? (status < 500 ? refused : failed);
}
