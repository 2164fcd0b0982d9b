import { expect, test } from "vitest"
import { openGuard } from "../../../src/checks/guard/guard-draft.ts"
import { hostile } from "../guard-hostile.ts"
import { SOURCE, STEPS } from "./steps.ts"
import { threadClock } from "../../slowness.ts"

const severe = (draft: string, sources = [SOURCE]) =>
  openGuard({ thread: [{ role: "customer", text: "It still doesn't work, can you help?" }], sources })(draft)
    .filter((one) => one.severe)
    .map(({ kind }) => kind)

test.each(STEPS)("a step that no source takes is found as %s: %s", (kind, draft) =>
  expect(severe(draft)).toContain(kind)
)

test.each(STEPS.filter(([kind]) => kind !== "secret-request"))(
  "the same step is fine where the firm's own page takes it in these words (%s): %s",
  (_, draft) => expect(severe(draft, [SOURCE, draft])).toEqual([])
)

test("what a letter repeats from its source is no step", () => {
  const page = "Reset: open Settings, then System, and tap Yes when the router asks. It restarts within a few minutes."
  expect(
    severe("Open Settings, then System, and tap Yes when the router asks; it restarts in a few minutes.", [page])
  ).toEqual([])
})

test("a serial number, an order's number and what only the customer types are fine", () => {
  expect(severe("Please send me the serial number on the back, and I'll check the warranty.")).toEqual([])
  expect(severe("Tell us your order number, then I can look for the parcel from here.")).toEqual([])
})

test("a name that the ticket holds is fine", () => {
  expect(severe("Write to bruno_fixit, as our page says.", [`${SOURCE} You find us as bruno_fixit.`])).toEqual([])
})

test.each([
  "alfa bravo ",
  "0x",
  "a:b:",
  "evil-a dot ",
  "%2e",
  "karl_a_",
  "read me the digits from the phone, I'll do it "
])("time grows with the length alone: %s", (piece) => {
  const spent = threadClock()
  severe(hostile(piece))
  expect(spent()).toBeLessThan(5000)
})
