/** For pages that somebody may not see. As with what is not there, nothing is in it: Next sends it along twice with every page, in case. */
export default function Forbidden() {
  return null;
}
