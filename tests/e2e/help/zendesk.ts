import type { Page } from "playwright-core"
import { startZendeskDouble, type ZendeskDouble } from "../../doubles/zendesk/server.ts"
import type { World } from "./harness.ts"

/** An agent's page of the Zendesk double, with its real editors. */
export interface ZendeskPage {
  page: Page
  /** Goes to another ticket by its tab: those opened before stay mounted. */
  go(ticketId: number): Promise<void>
  /** The editor's own data, as HTML: "" when it is empty. */
  data(ticketId: number): Promise<string>
  write(ticketId: number, html: string): Promise<void>
  /** What the composer writes to; `undefined` takes the marker away. */
  channel(ticketId: number, channel: string | undefined): Promise<void>
}

export async function openZendesk(
  world: World,
  desk: Pick<ZendeskDouble, "url">,
  ticketId: number
): Promise<ZendeskPage> {
  const page = await world.browser.context.newPage()
  const mounted = (id: number) => page.locator(`[data-ticket-id="${id}"][data-mounted]`).waitFor({ state: "attached" })
  await page.goto(`${desk.url}/agent/tickets/${ticketId}`)
  await mounted(ticketId)
  return {
    page,
    async go(id) {
      await page.locator(`a[data-entity-id="${id}"]`).click()
      await mounted(id)
    },
    data: (id) => page.evaluate((wanted) => window.zendeskDouble?.editors.get(wanted)?.getData() ?? "", id),
    write: (id, html) =>
      page.evaluate(([wanted, data]) => window.zendeskDouble?.editors.get(wanted)?.setData(data), [id, html] as const),
    channel: (id, name) =>
      page.evaluate(([wanted, to]) => window.zendeskDouble?.channel(wanted, to), [id, name] as const)
  }
}

export { startZendeskDouble, type ZendeskDouble }

type Editors = Map<number, { getData(): string; setData(html: string): void }>

declare global {
  interface Window {
    /** Set by the double's page. */
    zendeskDouble?: { editors: Editors; sides: Editors; channel(ticketId: number, name: string | undefined): void }
  }
}
