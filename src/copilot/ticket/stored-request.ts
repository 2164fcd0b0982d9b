import type { RequestRecord } from "../../store/records.ts"
import { StoreFault } from "../../store/store-fault.ts"
import type { Store } from "../../store/store.ts"
import { addSite } from "../relay-client/egress.ts"
import type { Services, TicketState } from "./ticket-state.ts"

/**
 * Returns the request that was stored for a draft before it was sent, to be sent again unchanged. A request of an older
 * extension gets the site that it lacks.
 * @throws StoreFault "lost"
 */
export async function storedRequest(
  services: Services,
  state: TicketState,
  store: Store,
  draftId: string,
  path: string
): Promise<RequestRecord> {
  const kept = (await store.requests.of(draftId)).find((request) => request.path === path)
  if (!kept) throw new StoreFault("lost")
  const body = addSite(kept.body, await services.account.rules.siteOf(state.ticket.site))
  if (body === kept.body) return kept
  const mended = { ...kept, body }
  await store.requests.put(mended)
  return mended
}
