import type { Claim, Source, SummaryLine } from "../../../src/ticket/draft.ts"

export const OPENING =
  "Hello Maya,\n\nI’m sorry your parcel hasn’t reached you. The carrier marked it as delivered on 16 November at 14:12. The next step is a search, which the carrier answers within five working days. "
export const CHOICE = "If it isn’t found, you choose: a new parcel or the full price back."
export const LETTER = `${OPENING}The search number is [[search number]]. A pick-up shop often has it.\n\n${CHOICE} For the trouble I’m adding a €10 credit to your account.\n\nKind regards,\nTom`
export const FOREIGN =
  "Hello Maya,\n\nPrint the label at https://parcels.example.top/label. Then send us your PIN. More is on shop.example/help."
export const STALE = `${OPENING.trimEnd()}\n\n${CHOICE}\n\nKind regards,\nTom`
export const PLAIN =
  "Hello Maya,\n\nThank you for your message. I’m sorry about the trouble.\n\nWhen a parcel is shown as delivered but missing, we ask the carrier to search for it. The carrier answers within five working days.\n\nIf the parcel isn’t found, you choose a replacement or the full price back.\n\nKind regards,\nTom"
export const GERMAN =
  "Guten Tag Herr Brandt,\n\ndanke für Ihre Geduld. Ihre Rücksendung ist am [[Tag des Eingangs]] bei uns eingetroffen. Die Erstattung geht auf dem Weg zurück, auf dem Sie bezahlt haben, also [[Zahlungsart]]. Das dauert ab Eingang höchstens 14 Tage.\n\nFreundliche Grüße\nJana Vogt"
export const ARABIC =
  "مرحبًا ليلى،\n\nنأسف لأن طردك لم يصل. رقم البحث هو [[رقم البحث]]. غالبًا ما يكون في نقطة استلام قريبة.\n\nمع أطيب التحيات،\nTom"
export const marks: [string, Omit<Claim, "start" | "end">][] = [
  ["The carrier marked it as delivered on 16 November at 14:12.", { state: "supported", sources: [1] }],
  [
    "The next step is a search, which the carrier answers within five working days.",
    { state: "supported", sources: [2] }
  ],
  ["A pick-up shop often has it.", { state: "no-source", sources: [], reason: "words" }],
  [CHOICE, { state: "supported", sources: [3] }],
  [
    "For the trouble I’m adding a €10 credit to your account.",
    { state: "needs-approval", sources: [], reason: "promise-money", words: "€10 credit" }
  ]
]
export const LINES: SummaryLine[] = [
  { kind: "wants", text: "Her parcel, or the money back", messageId: "m1" },
  { kind: "tried", text: "Asked two neighbours, looked in the hall", messageId: "m3" },
  { kind: "promised", text: "" }
]
export const GERMAN_LINES: SummaryLine[] = [
  { kind: "wants", text: "89,90 € für zurückgesandte Schuhe", messageId: "m1" },
  { kind: "promised", text: "Erstattung „binnen 14 Tagen“", messageId: "m2" },
  { kind: "open", text: "Ob die Rücksendung eingetroffen ist" }
]
export const about = { visibility: "public" as const, locale: "en", score: 1 }
export const SOURCES: Source[] = [
  {
    ...about,
    n: 1,
    id: "a1",
    title: "Tracking words and what they mean",
    kind: "product",
    headings: [],
    passage: "“Delivered” is set by the carrier’s driver."
  },
  {
    ...about,
    n: 2,
    id: "a2",
    title: "Shown as delivered, but missing",
    kind: "article",
    headings: [],
    changed: "2026-09-03",
    url: "https://help.example.com/missing",
    passage:
      "When a parcel is shown as delivered but missing, we ask the carrier to search for it. The carrier answers within five working days."
  },
  {
    ...about,
    n: 3,
    id: "a3",
    title: "Refunds and replacements",
    kind: "policy",
    headings: ["Section 4"],
    visibility: "internal",
    changed: "2026-10-01",
    passage: "If the parcel isn’t found, the customer chooses a replacement or the full price back."
  }
]
export const RETURNS: Source = {
  ...about,
  n: 1,
  id: "a4",
  title: "Erstattungen: Wege und Fristen",
  kind: "article",
  headings: [],
  locale: "de",
  changed: "2026-08-12",
  passage: "Die Erstattung dauert ab Eingang höchstens 14 Tage."
}
