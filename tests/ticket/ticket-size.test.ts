import { expect, test } from "vitest"
import { type MaskedMessage, type MaskedTicket, withRecentThread } from "../../src/ticket/masked-ticket.ts"

const ticketOf = (lengths: readonly number[]) =>
  ({
    subject: "Lamp",
    messages: lengths.map(
      (length, at) => ({ id: `m${at}`, role: "customer", text: "x".repeat(length) }) as MaskedMessage
    )
  }) as MaskedTicket
const idsOf = ({ messages }: MaskedTicket) => messages.map(({ id }) => id)

test("a thread that a model is shown whole is read whole", () => {
  const ticket = ticketOf([20_000, 3000, 500, 100])
  expect(withRecentThread(ticket)).toBe(ticket)
  expect(withRecentThread(ticketOf([]))).toEqual(ticketOf([]))
})

test("of a long thread the first message and the newest are read, however long each is", () => {
  const ids = idsOf(withRecentThread(ticketOf(Array.from({ length: 200 }, () => 400))))
  expect(ids.slice(0, 2)).toEqual(["m0", "m169"])
  expect(ids.length).toBe(32)
  expect(idsOf(withRecentThread(ticketOf(Array.from({ length: 200 }, () => 20_000))))).toEqual(ids)
})
