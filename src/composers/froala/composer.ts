import { inline, paragraphs } from "../common/paste-event.ts"
import { pasting } from "../common/pasting-composer.ts"
import { betweenParagraphs, type InsertPosition } from "../common/insert-position.ts"
import type { Block } from "../common/rich-text.ts"

/**
 * Froala 2 to 5. What the browser inserts there is no step of its undo, and isn't copied to the field that is sent
 * before the next key. A paste of HTML is and does.
 */
export const froala = pasting({ id: "froala", accepts: ".fr-element", html, ownPlace })

/** Froala puts pasted paragraphs between its own, so the breaks around the text aren't pasted with it. */
function html(text: string): string {
  return text.includes("\n\n") ? paragraphs(text.replace(/^\n\n|\n\n$/g, "")).join("") : inline(text)
}

/** It puts the draft in the place of an empty paragraph, so that the one below the draft has to come with it. */
function ownPlace(blocks: Block[], root: HTMLElement): InsertPosition | undefined {
  const place = betweenParagraphs(blocks, root)
  const isReplaced = place?.point[0].textContent === "" && place.after !== ""
  return place && (isReplaced ? { ...place, after: "\n\n\n\n" } : place)
}
