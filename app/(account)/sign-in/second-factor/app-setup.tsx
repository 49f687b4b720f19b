import { encode } from "uqr";

/** What an authenticator app has to be told: a picture to scan, and the same in letters. */
export function AppSetup({ uri }: { uri: string }) {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <div className="mb-8 max-w-prose">
      <ol className="list-decimal pl-6">
        <li className="mb-4">
          Scan this with the app:
          <QrCode text={uri} />
        </li>
        <li>
          Or type this key into it: <code className="break-all">{secret.match(/.{1,4}/g)?.join(" ")}</code>
        </li>
      </ol>
    </div>
  );
}

/** Dark on light in every scheme, with a light edge: that is what scanners look for. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-label="Code to scan with an authenticator app"
      className="mt-3 border border-line"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={squares.join("")} fill="#000000" />
    </svg>
  );
}
