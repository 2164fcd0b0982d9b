import type { Fact } from "./facts.ts"

/**
 * Finds periods that a fraction states in words and no numeral could: "half an hour", "anderthalb Stunden", "半年". What
 * is also a time of day ("mediodía", "meio-dia") is left out.
 */
export function partPeriodFacts(text: string): Fact[] {
  return PERIODS.flatMap(([pattern, unit, value]) =>
    [...text.matchAll(pattern)].map((found) => ({
      kind: "duration" as const,
      value,
      unit,
      start: found.index,
      end: found.index + found[0].length,
      text: found[0]
    }))
  )
}

const word = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, "giu")

/** The longer expression comes first, because the first that begins at a place counts. Values are in the unit. */
const PERIODS: readonly [RegExp, "hour" | "month", number][] = [
  [
    word(
      "(?:an|one) hour and a half|one and a half hours|(?:anderthalb|eineinhalb|einundeinhalb) stunden|(?:une |1 )?heure et demie|(?:una )?hora y media|(?:uma )?hora e meia"
    ),
    "hour",
    1.5
  ],
  [
    word(
      "(?:three[- ]quarters of|three[- ]quarter) (?:an )?hour|(?:einer?n? )?dreiviertelstunde|trois quarts d['’]heure|tres cuartos de hora|três quartos de hora"
    ),
    "hour",
    0.75
  ],
  [
    word("half an hour|half[- ]hour|(?:einer?n? )?halben? stunde|(?:une )?demi-heure|media hora|meia hora"),
    "hour",
    0.5
  ],
  [
    word(
      "(?:a )?quarter of an hour|(?:einer?n? )?viertelstunde|(?:un )?quart d['’]heure|(?:un )?cuarto de hora|(?:um )?quarto de hora"
    ),
    "hour",
    0.25
  ],
  [word("a day and a half|one and a half days|(?:anderthalb|eineinhalb) tage|día y medio|dia e meio"), "hour", 36],
  [word("half a day|half[- ]day|(?:einen )?halben tag|(?:une )?demi-journée"), "hour", 12],
  [
    word(
      "a year and a half|one and a half years|(?:anderthalb|eineinhalb) jahren?|un an et demi|año y medio|ano e meio"
    ),
    "month",
    18
  ],
  [word("half a year|half-year|(?:ein(?:em|es)? )?halbe[ns]? jahr(?:es)?|medio año|meio ano"), "month", 6],
  [/半時間/gu, "hour", 0.5],
  [/半日/gu, "hour", 12],
  [/半年間?/gu, "month", 6]
]
