import { ckeditor4 } from "./ckeditor4.ts"
import { ckeditor5 } from "./ckeditor5.ts"
import type { Composer } from "./composer.ts"
import { contenteditable } from "./contenteditable.ts"
import { lexical } from "./lexical.ts"
import { prosemirror } from "./prosemirror.ts"
import { quill } from "./quill.ts"
import { summernote } from "./summernote.ts"
import { textarea } from "./textarea.ts"
import { tinymce } from "./tinymce.ts"

/**
 * Every kind of editor that is known. The first that accepts an element writes into it.
 * Written by `npm run registries` from the files: don't edit.
 */
export const composers: readonly Composer[] = [ckeditor4, ckeditor5, lexical, prosemirror, quill, summernote, textarea, tinymce, contenteditable]
