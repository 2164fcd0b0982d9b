import { expect, test, vi } from "vitest"
import { readEarlier } from "../../../src/copilot/ticket/earlier-tickets.ts"
import type { Services, TicketState } from "../../../src/copilot/ticket/ticket-state.ts"
import { sampleTicket } from "../help/page-double.ts"

test("a read that failed is made again, and one that worked is kept", async () => {
  const isOn = vi.fn<() => Promise<boolean>>().mockRejectedValueOnce(new Error("The database is closed."))
  isOn.mockResolvedValue(false)
  const services = { clock: { now: () => 0 }, account: { earlier: { isOn } } } as unknown as Services
  const state = {} as TicketState
  await expect(readEarlier(services, state, sampleTicket())).rejects.toThrow("closed")
  expect(await readEarlier(services, state, sampleTicket())).toEqual({ tickets: [] })
  expect(await readEarlier(services, state, sampleTicket())).toEqual({ tickets: [] })
  expect(isOn).toHaveBeenCalledTimes(2)
})
