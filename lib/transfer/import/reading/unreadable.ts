/** A file that is refused as a whole, with what to do about it. */
export class Unreadable extends Error {}
