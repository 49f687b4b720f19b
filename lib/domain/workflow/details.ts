/** "redirect-elsewhere": readers would leave the site, or come back to the page that is gone. */
export type DetailsRefusal = "details-missing" | "redirect-elsewhere";
