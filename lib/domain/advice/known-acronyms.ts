const list = (words: string) => words.split(/\s+/);

/** Capital letters that every reader knows, or that are no acronym at all. */
export const knownAcronyms: ReadonlySet<string> = new Set([
  ...list("UK GB US USA EU UN NATO UNESCO UNICEF USSR UAE BBC ITV NHS GP GPs HIV AIDS DNA MRI ICU PPE COVID SARS"),
  ...list("VAT HMRC DVLA MOT MP MEP MSP HM PM QC KC RAF MI RNLI RSPCA RSPB NSPCC YMCA PTA AGM CEO CV HR PR IT AI TV"),
  ...list("PC CD DVD USB PDF CSV DIY FAQ ID PIN QR SMS GPS CCTV LED URL HTML BT BP EY IBM KPMG IKEA ASDA ITN"),
  ...list("LGBT LGBTQ GCSE GCSES PE MA BA BSC MBA PHD OBE MBE CBE DBE KBE BEM JP OK VIP ASAP NB PS RSVP AM GMT BST"),
  ...list("AD BC KW MW GW TW KB MB GB TB HGV B&B A&E Q&A R&D M&S B&Q H&M T&C P&L"),
  // Words that people put in capitals for weight.
  ...list("NOT AND OR ALL MUST NEW NO ONLY NEVER ALWAYS BUT WITH THE IF SO DO YES IS ARE WE ANY EVERY FREE MORE STOP"),
]);
