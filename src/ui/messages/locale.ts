import { en } from "./en/en.ts"

/** Every key of the interface with its message, in ICU MessageFormat. A further language is one more value of it. */
export type Messages = Record<keyof typeof en, string>

/** The language of the interface, as a BCP 47 tag. This file is the only place that chooses it. */
export const LOCALE = "en-GB"
export const messages: Messages = en
