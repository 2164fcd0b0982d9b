import { tellsIdentity } from "../../../lookups/identities.ts"
import { noteNameIn } from "../../../lookups/note-places.ts"
import { placesIn } from "../../../lookups/template.ts"
import { checkAmounts, checkFacts, checkNotes, commonParts, type Fault } from "./assemble.ts"
import type { LookupFile } from "./shape.ts"
import type { ViewDefinition } from "../../../protocol/routes/lookups.ts"

/** A view as the relay knows it. */
export interface View {
  /** What browsers are told of it. */
  definition: ViewDefinition
  /** One SELECT with {values} of the ticket. */
  statement: string
}

/**
 * Makes the view of a file with the right shape, and lists what doesn't fit together in it. Whether the statement only
 * reads is for PostgreSQL to say: here it is refused what would be more than one statement.
 */
export function assembleView(file: LookupFile & { view: string }, isStored = false): { view: View; faults: Fault[] } {
  const faults: Fault[] = []
  const { values, facts, cacheMinutes } = commonParts(file, faults)
  const definition: ViewDefinition = {
    ...{ name: file.lookup, title: file.title, facts, cacheMinutes },
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        { ...value, unmasked: file.values?.[name]?.unmasked ?? false }
      ])
    )
  }
  const statement = file.view.trim()
  for (const name of ["url", "hosts", "headers", "secrets", "next"] as const)
    if (file[name] !== undefined)
      faults.push({ path: [name], sentence: `A view is asked by the relay, so it has no ${name}.` })
  checkStatement(statement, definition, faults)
  checkFacts(definition, faults)
  checkAmounts(definition, faults)
  checkIdentities(definition, faults, isStored)
  if (!isStored) checkViewNotes(statement, definition, faults)
  return { view: { definition, statement }, faults }
}

function checkStatement(statement: string, { values }: ViewDefinition, faults: Fault[]): void {
  const fault = (sentence: string) => faults.push({ path: ["view"], sentence })
  if (!/^(?:select|with)\b/i.test(statement)) fault("A view only reads: the statement begins with SELECT or WITH.")
  if (statement.includes(";")) fault("A view is one statement: leave out the semicolon and what follows it.")
  if (/--|\/\*/.test(statement)) fault("The statement can't hold comments: write them in the file, behind #.")
  if (statement.includes("$")) fault("The statement can't hold $: a value of the ticket is written {order}.")
  for (const { kind, name, start, end } of placesIn(statement)) {
    if (kind !== "value") fault("A secret can't stand in a statement.")
    else if (!(name in values)) fault(`{${name}} stands under no "values", so nothing gives it.`)
    if (/['"]/.test(`${statement[start - 1] ?? ""}${statement[end] ?? ""}`))
      fault(`{${name}} stands without quotes: PostgreSQL gets the value beside the statement, not within it.`)
  }
  for (const name of Object.keys(values))
    if (!placesIn(statement).some((place) => place.name === name))
      faults.push({ path: ["values", name], sentence: `The statement has no {${name}}, so this value isn't used.` })
}

/** A view may be one of a helpdesk's own database. */
function checkViewNotes(statement: string, { facts }: ViewDefinition, faults: Fault[]): void {
  const named = noteNameIn(statement, false)
  if (named !== "")
    faults.push({ path: ["view"], sentence: `The statement reads "${named}", and internal notes are never sent.` })
  checkNotes({ facts }, faults)
}

/** The relay learns neither whom a view is about nor what it says of who somebody is. */
function checkIdentities({ values, facts }: ViewDefinition, faults: Fault[], isStored: boolean): void {
  for (const [name, { from }] of Object.entries(values))
    if (from === "requester-email" || from === "requester-name")
      faults.push({
        path: ["values", name, "from"],
        sentence: "The relay learns no names and addresses: ask a view by a number, or let the browser ask another way."
      })
  for (const [name, { identity, path }] of Object.entries(facts)) {
    const [column = ""] = /[^.[\]'"]+(?=['"\]]*$)/.exec(path) ?? []
    if (identity !== undefined || (!isStored && tellsIdentity(column)))
      faults.push({
        path: ["facts", name],
        sentence: `The relay reads nothing that tells who somebody is, so a view can't give "${name}".`
      })
  }
}
