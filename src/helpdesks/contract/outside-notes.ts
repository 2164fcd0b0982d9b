import type { MissedPart } from "../../ticket/page-part.ts"
import { PageChanged } from "./adapter.ts"
import { parentNodeOf } from "./own-nodes.ts"

/**
 * Creates the check that what a page says in public stands apart from its notes. A selector may be corrected by signed
 * data, and one that leads to a note would have the note's words read as a subject or as the customer's.
 * @param notes what an adapter knows for a note, or for what may be one, by marks that no correction reaches
 * @returns what returns an element that neither lies in a note nor contains one, or nothing for nothing, and throws
 * PageChanged with this name for another element
 */
export function outsideNotes(notes: Iterable<Element>) {
  const all = new Set<Node>(notes)
  const around = new Set<Node>()
  for (const note of all)
    for (let one: Node | null = note; one && !around.has(one); one = parentNodeOf(one)) around.add(one)
  return <Found extends Element | null>(found: Found, name: MissedPart): Found => {
    let inside: Node | null = found
    while (inside && !all.has(inside)) inside = parentNodeOf(inside)
    if (inside || (found && around.has(found))) throw new PageChanged(name)
    return found
  }
}
