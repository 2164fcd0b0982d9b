import { closestTo, own, parentOf } from "./own-nodes.ts"

/** What agents write in, by the mark that browsers need and by those that editors keep while nobody may write. */
const EDITORS = "[contenteditable], .redactor-in, .note-editable, .ProseMirror, .fr-element"

/**
 * Returns what the helpdesk itself has drawn, of all that a selector finds. What stands in an editor or in a message may
 * be a customer's: a mail can bring a form, a field or an editor by any name, and a quote of it stands in the reply,
 * before the form's own field.
 * @param messages a selector of what holds messages, which no correction reaches
 */
export function ownElements<Found extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
  messages: string
): Found[] {
  const foreign = `${EDITORS}, ${messages}`
  return [...allIn<Found>(root, selector)].filter((one) => {
    const parent = parentOf(one)
    return parent === null || closestTo(parent, foreign) === null
  })
}

function allIn<Found extends Element>(root: ParentNode, selector: string): NodeListOf<Found> {
  const find: (this: ParentNode, selector: string) => NodeListOf<Found> = own(root, "querySelectorAll")
  return find.call(root, selector)
}
