import { LANGUAGES } from "../text/languages.ts"

/**
 * Recognises weekdays, months, countries, languages, and towns that time zones are named after. They have a capital for
 * other reasons than a brand.
 */
export function isCalendarOrPlace(word: string): boolean {
  return (known ??= collect()).has(word.toLowerCase())
}

/** Recognises the most common given names. Alone or before another word with a capital, one may be a person. */
export const isCommonGivenName = (word: string): boolean => GIVEN.has(word.toLowerCase())

let known: Set<string> | undefined

function collect(): Set<string> {
  const words = Intl.supportedValuesOf("timeZone").map((zone) => (zone.split("/").at(-1) ?? "").replaceAll("_", " "))
  for (const language of LANGUAGES) {
    for (const length of ["long", "short"] as const) {
      const [month, day] = [
        new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" }),
        new Intl.DateTimeFormat(language, { weekday: length, timeZone: "UTC" })
      ]
      for (let n = 0; n < 12; n++) words.push(month.format(Date.UTC(2026, n, 1)), day.format(Date.UTC(2026, 0, n + 1)))
    }
    const [country, tongue] = [
      new Intl.DisplayNames(language, { type: "region", fallback: "none" }),
      new Intl.DisplayNames(language, { type: "language", fallback: "none" })
    ]
    for (const first of LETTERS)
      for (const second of LETTERS)
        words.push(country.of(first + second) ?? "", tongue.of((first + second).toLowerCase()) ?? "")
  }
  return new Set(
    words
      .flatMap((word) => [word, ...word.split(/[\s-]/u)])
      .map((word) => word.toLowerCase())
      .concat(OTHERS)
  )
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
const OTHERS = "i i'm i've i'll i'd easter christmas sept ok uk usa eu".split(" ")
const GIVEN = new Set(
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark steven paul andrew joshua kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
  nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander patrick raymond jack dennis jerry tyler aaron jose adam nathan henry peter kyle simon luke oliver harry oscar leo max tom ben sam alex chris kim
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna
  brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan alice sophie chloe grace lucy
  hans peter klaus jürgen wolfgang uwe bernd manfred stefan andreas markus matthias tobias sebastian florian jan lukas felix jonas niklas ursula renate monika petra sabine andrea claudia birgit heike anja katrin julia lena leonie hannah mia
  jean pierre michel philippe alain nicolas julien thierry laurent françois claire camille marie isabelle nathalie sylvie céline manon léa louis hugo antoine mathieu
  antonio josé manuel francisco juan javier carlos miguel ángel pablo sergio luis jorge alberto diego álvaro carmen josefa isabel ana dolores pilar teresa cristina marta lucía elena paula sofía
  joão pedro tiago rui nuno paulo ricardo bruno rafael gabriel lucas mateus fernanda beatriz inês mariana catarina joana rita larissa juliana
  mohammed muhammad ahmed ali omar fatima aisha wei li yuki haruto sakura hiroshi kenji priya rahul amit olga ivan dmitri elena natalia fatma mehmet ayşe`.split(
    /\s+/
  )
)
