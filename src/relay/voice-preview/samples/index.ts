import type { Language } from "../../../text/languages.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import { ja } from "./ja.ts"
import { pt } from "./pt.ts"
import type { SampleTickets } from "./sample-tickets.ts"

export const SAMPLE_TICKETS: Readonly<Record<Language, SampleTickets>> = { en, de, fr, es, pt, ja }
