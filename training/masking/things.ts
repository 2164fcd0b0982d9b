import { allLocales } from "@faker-js/faker"
import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../src/lexicon/lexicon.ts"

/**
 * What has a name of its own and is nobody: makers, models and medicines of the lexicon, and dishes, breeds, titles and
 * kinds of music of @faker-js/faker (MIT).
 */
export const THINGS: readonly string[] = [
  ...["makers", "car-models", "medicines", "activities", "breeds"].flatMap((list) =>
    [...wordsOf(LISTS, list)].map((word) =>
      word.replace(/(?<![\p{L}\p{M}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
    )
  ),
  ...Object.values(allLocales).flatMap(({ animal, book, food, music, vehicle }) =>
    [
      animal?.["dog"],
      book?.["title"],
      food?.["dish"],
      music?.["genre"],
      vehicle?.["manufacturer"],
      vehicle?.["model"]
    ].flatMap(textsOf)
  )
].filter((name) => /^\p{Script=Latin}+(?: \p{Script=Latin}+){0,2}$/u.test(name))

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : []
}
