/** For pages that somebody has to sign in for. As with what is not there, nothing is in it: Next sends it along twice with every page, in case. */
export default function Unauthorized() {
  return null;
}
