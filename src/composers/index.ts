import { ckeditor4 } from "./ckeditor4.ts"
import { ckeditor5 } from "./ckeditor5.ts"
import type { Composer } from "./composer.ts"
import { textarea } from "./textarea.ts"

/** Every kind of editor that is known. The first that accepts an element writes into it. */
export const composers: readonly Composer[] = [textarea, ckeditor4, ckeditor5]
