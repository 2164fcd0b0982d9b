import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import { parseJson, LookupFault } from "../../lookups/get-json.ts"
import { foundIn, type LookupAnswer } from "../../lookups/run-lookup.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { viewBody } from "../relay-client/egress.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import type { ViewDefinition } from "../../protocol/routes/lookups.ts"

/**
 * Has the relay ask a view, if it may have each value that the view is asked by. The rows are read here, like the
 * answer of any other lookup.
 * @throws LookupFault "masked-value" with the value's label, "view" with the relay's sentence
 */
export async function askView(
  { account, egress }: Services,
  { table, overrides }: TicketState,
  { ticket, view, values }: { ticket: Ticket; view: ViewDefinition; values: Record<string, string> }
): Promise<LookupAnswer> {
  const { signal } = new AbortController()
  const asked = Object.entries(view.values).map(([name, { label, unmasked }]) => ({
    name,
    label,
    unmasked,
    value: values[name] ?? ""
  }))
  const allowed = await egress.viewValues(asked, ticket, table ?? NO_PLACEHOLDERS, overrides, signal)
  const sent = asked.map(({ name, label }, at) => {
    const value = allowed[at]
    if (value === undefined) throw new LookupFault("masked-value", { label })
    return [name, value] as const
  })
  try {
    const { rows } = await account.relay.call(
      "POST /v1/lookups/:name/ask",
      { path: { name: view.name }, body: viewBody({ values: Object.fromEntries(sent) }) },
      AbortSignal.timeout(VIEW_MS)
    )
    const page: unknown = { rows: rows.map((row) => parseJson(row)) }
    return foundIn([page], { definition: view, values, secrets: {} })
  } catch (cause) {
    if (cause instanceof RelayFault) throw new LookupFault("view", { cause, said: cause.message })
    throw cause
  }
}

/** In milliseconds. The relay gives a view two seconds. */
const VIEW_MS = 3000
