/** For addresses that are none. Next sends it along with every page, in case, so nothing is in it: the gate has a page for them. */
export default function NotFound() {
  return null;
}
