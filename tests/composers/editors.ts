import { bare, htmlOf, linesAsHtml, plainOf, trackers, type Editor } from "./editor.ts"
import { openCKEditor4 } from "./editors/ckeditor4.ts"
import { openCKEditor5 } from "./editors/ckeditor5.ts"
import { openCodeMirror } from "./editors/codemirror.ts"
import { openContentEditable } from "./editors/contenteditable.ts"
import { openDraftJs } from "./editors/draftjs.ts"
import { openFroala } from "./editors/froala.ts"
import { openFront } from "./editors/front.ts"
import { openGmail } from "./editors/gmail.ts"
import { openLexical } from "./editors/lexical.ts"
import { openProseMirror } from "./editors/prosemirror.ts"
import { openQuill } from "./editors/quill.ts"
import { openQuill1 } from "./editors/quill1.ts"
import { openReact } from "./editors/react-textarea.ts"
import { openRedactor } from "./editors/redactor.ts"
import { openSlate } from "./editors/slate.ts"
import { openSummernote } from "./editors/summernote.ts"
import { openTextarea } from "./editors/textarea.ts"
import { openTinyMCE } from "./editors/tinymce.ts"
import { openTipTap } from "./editors/tiptap.ts"
import { openTrix } from "./editors/trix.ts"
import { openVue } from "./editors/vue-textarea.ts"

/** Every editor that the contract runs over. */
export const editors: Editor[] = [
  { name: "textarea", differs: { alwaysCaret: true }, open: async (standing) => openTextarea(plainOf(standing)) },
  { name: "React textarea", differs: { alwaysCaret: true }, open: async (standing) => openReact(plainOf(standing)) },
  { name: "Vue textarea", differs: { alwaysCaret: true }, open: async (standing) => openVue(plainOf(standing)) },
  { name: "CKEditor 4", open: (standing = {}) => openCKEditor4(htmlOf(standing, trackers)) },
  { name: "CKEditor 5", differs: { endsInList: true }, open: (standing = {}) => openCKEditor5(htmlOf(standing)) },
  {
    name: "ProseMirror",
    differs: { undoesTogether: true, endsInList: true },
    open: async (standing = {}) => openProseMirror(htmlOf(standing, bare).replaceAll("<p>&nbsp;</p>", "<p></p>"))
  },
  {
    name: "TipTap",
    differs: { undoesTogether: true, endsInList: true },
    open: async (standing = {}) => openTipTap(htmlOf(standing, bare).replaceAll("<p>&nbsp;</p>", "<p></p>"))
  },
  { name: "Quill", differs: { undoesTogether: true, endsInList: true }, open: async (standing) => openQuill(standing) },
  {
    name: "Quill 1",
    differs: { undoesTogether: true, endsInList: true, composes: true },
    open: async (standing) => openQuill1(standing)
  },
  {
    name: "TinyMCE",
    differs: { plainSpaces: true, endsInList: true },
    open: (standing = {}) => openTinyMCE(htmlOf(standing), false)
  },
  {
    name: "TinyMCE inline",
    differs: { plainSpaces: true, endsInList: true },
    open: (standing = {}) => openTinyMCE(htmlOf(standing), true)
  },
  { name: "Lexical", differs: { endsInList: true }, open: async (standing = {}) => openLexical(standing) },
  {
    name: "Summernote",
    differs: { redo: "{Control>}y{/Control}", undoesTyping: true, endsInList: true },
    open: async (standing = {}) => openSummernote(htmlOf(standing))
  },
  {
    name: "contenteditable of paragraphs",
    differs: { endsInList: true },
    open: async (standing = {}) => openContentEditable(htmlOf(standing))
  },
  {
    name: "contenteditable of lines",
    differs: { endsInList: true },
    open: async (standing) => openContentEditable(linesAsHtml(standing), true)
  },
  { name: "Gmail", differs: { endsInList: true }, open: async (standing) => openGmail(standing) },
  {
    name: "Froala",
    differs: { plainSpaces: true, endsInList: true },
    open: async (standing = {}) => openFroala(htmlOf(standing).replaceAll("<p>&nbsp;</p>", "<p><br></p>"))
  },
  {
    name: "Redactor",
    differs: { endsInList: true },
    open: async (standing = {}) => openRedactor(htmlOf(standing).replaceAll("<p>&nbsp;</p>", "<p></p>"))
  },
  { name: "Front", differs: { endsInList: true }, open: async (standing) => openFront(standing) },
  // Last: what these leave in a page takes the caret out of Summernote.
  { name: "Slate", differs: { endsInList: true }, open: async (standing = {}) => openSlate(standing) },
  { name: "Draft.js", differs: { endsInList: true }, open: async (standing = {}) => openDraftJs(standing) },
  { name: "Trix", differs: { endsInList: true }, open: (standing = {}) => openTrix(standing) },
  {
    name: "CodeMirror 6",
    differs: { redo: "{Control>}y{/Control}", drawsPart: true },
    open: async (standing) => openCodeMirror(plainOf(standing))
  }
]
