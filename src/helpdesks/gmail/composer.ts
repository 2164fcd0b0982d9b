import { NoEditor, NotPublic, PageChanged } from "../contract/adapter.ts"
import { addressIn } from "../contract/mail-address.ts"
import { ownElements } from "../contract/own-nodes.ts"
import { gm } from "./selectors.ts"
import { isShown, type OpenThread } from "./thread.ts"

/** Returns the replies and forwards that are open in the conversation. Windows of their own are outside of it. */
export const openComposers = ({ pane }: OpenThread): HTMLElement[] =>
  [...pane.querySelectorAll<HTMLElement>(gm.composer)].filter(
    (one) => !one.closest(gm.content) && !one.parentElement?.closest(gm.composer) && isShown(one)
  )

/**
 * Returns the editor of the one open response that goes to the customer. Reply and forward are one form, so it isn't
 * their name that proves a reply, but that the customer is among the recipients wherever the form lists them.
 * @throws NoEditor, NotPublic, PageChanged
 */
export function publicEditor(thread: OpenThread, customer: string | undefined): HTMLElement {
  const [composer, another] = openComposers(thread)
  if (!composer) throw new NoEditor()
  const [editor, second] = ownElements(composer, gm.editor, gm.content).filter(isShown)
  if (!editor) throw new PageChanged("reply editor")
  const lists = recipientLists(composer)
  const filled = lists.filter((list) => list.length > 0)
  if (filled.length === 0 && !tellsRecipients(composer)) throw new PageChanged("public marker")
  const goesToCustomer = customer !== undefined && filled.length > 0 && filled.every((list) => list.includes(customer))
  if (another || second || isForward(composer) || !answers(composer, thread) || !goesToCustomer) throw new NotPublic()
  return editor
}

/** Returns false where the form says that it answers another conversation. */
function answers(composer: HTMLElement, { heading, ticketId }: OpenThread): boolean {
  return outside(composer, gm.answered).every((field) => {
    const id = valueOf(field).replace(/^#/, "")
    const [, digits] = /^thread-f:(\d{1,20})$/.exec(id) ?? []
    return (
      id === "" || id === heading.getAttribute(gm.permanentId) || (digits && BigInt(digits).toString(36) === ticketId)
    )
  })
}

/** Returns whether anything in the composer tells whom it goes to, even if that is nobody yet. */
const tellsRecipients = (composer: HTMLElement): boolean =>
  isForward(composer) || outside(composer, [gm.chip, gm.formerChip, gm.shortened, gm.fields].join()).length > 0

const isForward = (composer: HTMLElement) => outside(composer, gm.forward).length > 0

/**
 * Returns the recipients from each place that has some. Which of them is up to date depends on where the agent types.
 */
function recipientLists(composer: HTMLElement): string[][] {
  const places: [selector: string, attribute: string][] = [
    [gm.chip, "data-hovercard-id"],
    [gm.formerChip, "value"],
    [gm.shortened, "email"]
  ]
  const lists = places.map(([selector, attribute]) =>
    outside(composer, selector).flatMap((one) => addressIn(one.getAttribute(attribute)) ?? [])
  )
  const fields = outside(composer, gm.fields).flatMap((one) =>
    valueOf(one)
      .split(",")
      .flatMap((part) => addressIn(part) ?? [])
  )
  return [...lists, fields]
}

const valueOf = (field: HTMLElement): string => ("value" in field && typeof field.value === "string" ? field.value : "")

/** The text and its quote may hold anything. */
const outside = (composer: HTMLElement, selector: string): HTMLElement[] =>
  [...composer.querySelectorAll<HTMLElement>(selector)].filter((one) => !one.closest("[contenteditable=true]"))
