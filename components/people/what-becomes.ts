import { counted } from "#components/ui/words.ts";
import type { Work } from "#lib/domain/people/work.ts";

const one = "case study";
const many = "case studies";
const pick = (count: number, single: string, several: string) => (count === 1 ? single : several);

/** What is to become of what somebody has, a sentence each, before they edit no longer. */
export function whatWillBecome({ inReview, ...rest }: Work): string[] {
  const back = `${counted(inReview, `${one} in review goes`, `${many} in review go`)} back to the queue.`;
  return [...(inReview ? [back] : []), ...whatIsLeft({ inReview: 0, ...rest })];
}

/** What has become of it, once they do not. @param putBack how much went back to the queue */
export function whatBecame(putBack: number, left: Work): string[] {
  const back = `${counted(putBack, `${one} is`, `${many} are`)} back in the queue.`;
  return [...(putBack ? [back] : []), ...whatIsLeft(left)];
}

/** What stays where it is without anybody. */
function whatIsLeft({ sent, sentBack, accepted, scheduled }: Work): string[] {
  const them = (count: number) => pick(count, "it", "them");
  const sentences: [number, string][] = [
    [sent, `${counted(sent, `${one} that was sent again waits`, `${many} that were sent again wait`)} for any editor.`],
    [
      sentBack,
      `${counted(sentBack, one, many)} with changes asked for ${pick(sentBack, "comes", "come")} to any editor when sent again.`,
    ],
    [
      accepted,
      `${counted(accepted, `accepted ${one} has`, `accepted ${many} have`)} nobody: any editor may publish ${them(accepted)} or open ${them(accepted)} again.`,
    ],
    [
      scheduled,
      `${counted(scheduled, `scheduled ${one} is`, `scheduled ${many} are`)} published at the time that was set all the same.`,
    ],
  ];
  return sentences.flatMap(([count, sentence]) => (count ? [sentence] : []));
}
