import { expect, onTestFinished, test } from "vitest"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"
import { createTicketMasker, MOST_CHARACTERS } from "../../../src/ingest/sources/tickets/ticket-masker.ts"
import type { SolvedTicket } from "../../../src/ingest/sources/tickets/masked-pair.ts"

const ticket = (rest: Partial<SolvedTicket> = {}): SolvedTicket => ({
  subject: "Lamp",
  question: "It is Anna Berg's.",
  reply: "Thank you, Anna.",
  tags: [],
  people: [{ name: "Anna Berg" }],
  around: [],
  ...rest
})
const never = () => new AbortController().signal
function maskerOf(...given: Parameters<typeof createTicketMasker>) {
  const masker = createTicketMasker(...given)
  onTestFinished(() => masker.close())
  return masker
}
const thread = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; parentPort.postMessage({ ready: true }); let n = 0; parentPort.on("message", (ticket) => { n++; ${code} })`)}`
  )

test("tickets are masked in a thread, by the team's rules, one behind the other", async () => {
  const masker = maskerOf({ ...NO_RULES, names: ["Oortgies"], version: 1 })
  const all = await Promise.all([ticket(), ticket({ reply: "Ask Oortgies." })].map((one) => masker.mask(one, never())))
  expect(all.map(({ question, reply }) => [question, reply])).toEqual([
    ["It is [a name]'s.", "Thank you, [a name]."],
    ["It is [a name]'s.", "Ask [a name]."]
  ])
})

test("what takes too long is stopped and fails, and the next ticket is masked by a fresh thread", async () => {
  const masker = maskerOf(NO_RULES, {
    deadline: (characters) => (characters > 50 ? 300 : 20_000),
    script: thread(
      `if (ticket.subject === "slow") for (;;); else parentPort.postMessage({ pair: { subject: String(n) } })`
    )
  })
  await expect(masker.mask(ticket({ subject: "slow", reply: "x".repeat(50) }), never())).rejects.toMatchObject({
    name: "DocumentError",
    message: expect.stringContaining("too long")
  })
  expect((await masker.mask(ticket(), never())).subject).toBe("1")
})

test("a failure is a sentence without a word of the ticket, and the thread goes on", async () => {
  const masker = maskerOf(NO_RULES, {
    script: thread(`parentPort.postMessage(n === 1 ? { fault: "RangeError" } : { pair: { subject: String(n) } })`)
  })
  const fault: unknown = await masker.mask(ticket(), never()).catch((error: unknown) => error)
  expect(fault).toMatchObject({ name: "DocumentError", message: expect.stringContaining("RangeError") })
  expect(String(fault)).not.toMatch(/Anna|lamp/i)
  expect((await masker.mask(ticket(), never())).subject).toBe("2")
  await expect(maskerOf(NO_RULES, { script: thread("process.exit(3)") }).mask(ticket(), never())).rejects.toMatchObject(
    { name: "DocumentError" }
  )
  for (const code of ["throw new Error('no')", "process.exit(3)"])
    await expect(
      maskerOf(NO_RULES, { script: new URL(`data:text/javascript,${code}`) }).mask(ticket(), never())
    ).rejects.toMatchObject({ name: "DocumentError" })
})

test("too much text isn't begun, and who calls it off isn't kept waiting", async () => {
  const masker = maskerOf(NO_RULES, { script: thread("") })
  await expect(masker.mask(ticket({ around: ["x".repeat(MOST_CHARACTERS)] }), never())).rejects.toMatchObject({
    name: "DocumentError",
    message: expect.stringContaining("more than")
  })
  await expect(masker.mask(ticket(), AbortSignal.timeout(200))).rejects.toMatchObject({ name: "TimeoutError" })
  // The same applies while the thread is still starting.
  await expect(maskerOf(NO_RULES).mask(ticket(), AbortSignal.timeout(1))).rejects.toMatchObject({
    name: "TimeoutError"
  })
})
