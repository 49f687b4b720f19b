/** For pages that somebody has to sign in for. Next sends it along twice with every page, so nothing is in it: the gate has another answer. */
export default function Unauthorized() {
  return null;
}
