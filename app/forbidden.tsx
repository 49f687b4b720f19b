/** For pages that somebody may not see. Next sends it along twice with every page, so nothing is in it: the gate has another answer. */
export default function Forbidden() {
  return null;
}
