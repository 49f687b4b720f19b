import { frequencies } from "#lib/domain/alerts/frequencies.ts";
import { filtersInWords } from "#lib/domain/alerts/query.ts";
import { letterInWords, linkInWords } from "#lib/domain/people/copy-words.ts";
import type { CopiedKind } from "#lib/domain/people/copy.ts";
import { db } from "#lib/data/db.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { momentOf, type Holder } from "./holder.ts";

/** The alerts somebody asked for, the letters they were sent and the links that opened something of theirs. */
export async function copyLetters({ id, email }: Holder): Promise<CopiedKind[]> {
  const theirs = id === null ? [] : [{ toId: id }];
  const [catalogue, alerts, letters, links] = await Promise.all([
    getCatalogue(),
    id === null ? [] : db.alert.findMany({ where: { personId: id } }),
    db.letter.findMany({
      where: { OR: [...theirs, { address: { equals: email.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } }] },
      orderBy: { queuedAt: "asc" },
    }),
    id === null ? [] : db.link.findMany({ where: { OR: [{ personId: id }, { version: { authorId: id } }] } }),
  ]);
  const said = letters.map((letter) => ({
    alertId: letter.alertId,
    item: {
      About: letterInWords(letter.kind),
      To: letter.address ?? email,
      Written: momentOf(letter.queuedAt),
      Left: momentOf(letter.sentAt),
      Refusal: letter.refusal,
    },
  }));
  const alertSaid = ({ query, frequency, askedAt, confirmedAt }: (typeof alerts)[number]) => ({
    List: filtersInWords(query, catalogue),
    "How often": frequencies.find(({ key }) => key === frequency)?.label ?? frequency,
    Asked: momentOf(askedAt),
    Confirmed: momentOf(confirmedAt),
  });
  const isConfirmed = ({ confirmedAt }: (typeof alerts)[number]) => confirmedAt !== null;
  return [
    { key: "alert", items: alerts.filter(isConfirmed).map(alertSaid) },
    { key: "alertAsked", items: alerts.filter((alert) => !isConfirmed(alert)).map(alertSaid) },
    { key: "alertLetter", items: said.filter(({ alertId }) => alertId !== null).map(({ item }) => item) },
    { key: "letter", items: said.filter(({ alertId }) => alertId === null).map(({ item }) => item) },
    {
      key: "link",
      items: links.map(({ purpose, createdAt, expiresAt, usedAt, revokedAt }) => ({
        Opens: linkInWords(purpose),
        Made: momentOf(createdAt),
        "Runs out": momentOf(expiresAt),
        Used: momentOf(usedAt),
        Revoked: momentOf(revokedAt),
      })),
    },
  ];
}
