import { ckeditor4 } from "./ckeditor4/composer.ts"
import { ckeditor5 } from "./ckeditor5/composer.ts"
import { codemirror } from "./codemirror/composer.ts"
import type { Composer } from "./common/composer.ts"
import { contenteditable } from "./contenteditable/composer.ts"
import { draftjs } from "./draftjs/composer.ts"
import { froala } from "./froala/composer.ts"
import { lexical } from "./lexical/composer.ts"
import { prosemirror } from "./prosemirror/composer.ts"
import { quill } from "./quill/composer.ts"
import { redactor } from "./redactor/composer.ts"
import { slate } from "./slate/composer.ts"
import { summernote } from "./summernote/composer.ts"
import { textarea } from "./textarea/composer.ts"
import { tinymce } from "./tinymce/composer.ts"
import { trix } from "./trix/composer.ts"

/**
 * Every kind of editor that is known. The first that accepts an element writes into it.
 * Written by `npm run registries` from the files: don't edit.
 */
export const composers: readonly Composer[] = [
  ckeditor4,
  ckeditor5,
  codemirror,
  draftjs,
  froala,
  lexical,
  prosemirror,
  quill,
  redactor,
  slate,
  summernote,
  textarea,
  tinymce,
  trix,
  contenteditable
]
