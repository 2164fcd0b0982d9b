import type { Composer } from "./composer.ts"
import { textarea } from "./textarea.ts"

/** Every kind of editor that is known. The first that accepts an element writes into it. */
export const composers: readonly Composer[] = [textarea]
