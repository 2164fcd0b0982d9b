import type { Language } from "../../../src/text/languages.ts"
import type { Pool } from "../pool.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import { ja } from "./ja.ts"
import { pt } from "./pt.ts"

export const pools: Record<Language, Pool> = { en, de, fr, es, pt, ja }
