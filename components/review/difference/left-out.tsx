/** Stands for words that did not change and are not repeated. */
export function LeftOut() {
  return (
    <>
      <span aria-hidden="true">… </span>
      <span className="sr-only">(unchanged words left out) </span>
    </>
  );
}
