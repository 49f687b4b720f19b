/**
 * A field that only programs fill in: out of sight, out of the tab order, unspoken, and no name that browsers know how to fill.
 * Whoever finds it all the same is told what to do.
 */
export function Trap({ name, value }: { name: string; value: string }) {
  return (
    <div aria-hidden="true" className="sr-only">
      <label htmlFor={name}>Leave this empty</label>
      <input id={name} name={name} type="text" defaultValue={value} tabIndex={-1} autoComplete="off" className="w-px" />
    </div>
  );
}
