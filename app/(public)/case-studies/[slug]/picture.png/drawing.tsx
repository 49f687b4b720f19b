import type { PictureWords } from "../picture-words.ts";

const colours = { ink: "#14222b", soft: "#4a5963", deep: "#073b3f", mark: "#ffcf4a", wash: "#f4f2ec", line: "#d8d4c8" };
const outcomes: Record<string, { colour: string; shape: string }> = {
  worked: { colour: "#1d6b3a", shape: "M3 9l4 4 8-10" },
  mixed: { colour: "#8a5a00", shape: "M14 12.5A6.5 6.5 0 1 1 14 4" },
  "did-not-work": { colour: "#8c2f2a", shape: "M4 4l9 9M13 4l-9 9" },
};

/** A title as large as it can be and still have room, and the lines there is room for. */
function fit({ length }: string): { fontSize: number; lineClamp: number } {
  if (length <= 36) return { fontSize: 84, lineClamp: 3 };
  if (length <= 64) return { fontSize: 70, lineClamp: 4 };
  return { fontSize: length <= 104 ? 58 : 50, lineClamp: 5 };
}

/** The picture of a case study, in the look of its page: no browser reads this markup, only the library that draws it. */
export function Drawing({ title, by, facts }: PictureWords) {
  const family = "'Atkinson latin', 'Atkinson latin-ext'";
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: 1200,
        height: 630,
        background: colours.wash,
        color: colours.ink,
        fontFamily: family,
      }}
    >
      <div
        style={{
          display: "flex",
          alignItems: "center",
          height: 92,
          padding: "0 64px",
          background: colours.deep,
          color: "#fff",
          fontSize: 38,
          fontWeight: 700,
        }}
      >
        <Emblem />
        <span style={{ marginLeft: 18 }}>Casebook</span>
      </div>
      <div
        style={{ display: "flex", flexDirection: "column", justifyContent: "center", flexGrow: 1, padding: "0 64px" }}
      >
        <div
          style={{
            display: "block",
            ...fit(title),
            fontWeight: 700,
            lineHeight: 1.12,
            letterSpacing: "-0.015em",
            wordBreak: "break-word",
          }}
        >
          {title}
        </div>
        {by && (
          <div style={{ display: "block", marginTop: 22, fontSize: 32, color: colours.soft, lineClamp: 1 }}>{by}</div>
        )}
      </div>
      {facts.length > 0 && (
        <div
          style={{
            display: "flex",
            margin: "0 64px 44px",
            borderTop: `6px solid ${colours.ink}`,
            borderBottom: `2px solid ${colours.line}`,
          }}
        >
          {facts.map((fact, index) => (
            <Fact key={fact.name} {...fact} first={index === 0} />
          ))}
        </div>
      )}
    </div>
  );
}

function Fact({ name, label, outcome, first }: PictureWords["facts"][number] & { first: boolean }) {
  const look = outcomes[outcome ?? ""];
  const beside = first ? {} : { borderLeft: `2px solid ${colours.line}`, paddingLeft: 24 };
  return (
    <div style={{ display: "flex", flexDirection: "column", flex: 1, padding: "14px 0 16px", ...beside }}>
      <span style={{ fontSize: 25, color: colours.soft }}>{name}</span>
      <div
        style={{
          display: "flex",
          alignItems: "center",
          marginTop: 2,
          fontSize: 27,
          fontWeight: 700,
          color: look?.colour ?? colours.ink,
        }}
      >
        {look && (
          <svg width="30" height="30" viewBox="0 0 17 17" fill="none" stroke={look.colour} strokeWidth="2.5">
            <path d={look.shape} />
          </svg>
        )}
        <span style={{ marginLeft: look ? 10 : 0 }}>{label}</span>
      </div>
    </div>
  );
}

function Emblem() {
  return (
    <svg width="49" height="42" viewBox="0 0 28 24" fill="none" stroke={colours.mark} strokeWidth="2">
      <path d="M14 4v18M2 2h9q3 0 3 2 0-2 3-2h9v18h-9q-3 0-3 2 0-2-3-2H2zM6 7h4M6 11h4M18 7h4M18 11h4M18 15h4" />
    </svg>
  );
}
