import type { Finder } from "../corpus/finding.ts"
import { contradictions } from "./contradictions.ts"
import { deadLinks } from "./dead-links.ts"
import { duplicates } from "./duplicates.ts"
import { missingLanguages } from "./missing-languages.ts"
import { neverQuoted } from "./never-quoted.ts"
import { noPage } from "./no-page.ts"
import { personalData } from "./personal-data.ts"
import { refused } from "./refused.ts"
import { stale } from "./stale.ts"
import { takenOut } from "./taken-out.ts"

/**
 * Every kind of fault that the report on the knowledge looks for.
 * Written by `npm run registries` from the files: don't edit.
 */
export const finders: readonly Finder[] = [
  contradictions,
  deadLinks,
  duplicates,
  missingLanguages,
  neverQuoted,
  noPage,
  personalData,
  refused,
  stale,
  takenOut
]
