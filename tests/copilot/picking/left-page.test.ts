import { expect, test } from "vitest"
import { pickState } from "./picker-page.ts"
import { pointingWorld, START } from "./pointing-world.ts"

/** Pages that are left while somebody points at their parts. */
test("a page that is loaded anew in the middle is gone on with from the beginning, in a new worker, too", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  for (const isNewWorker of [false, true]) {
    Object.assign(all.picker, {
      there: false,
      startsLate: true,
      state: pickState({ step: "subject", fault: "loaded-anew" })
    })
    if (isNewWorker) all.revive()
    await all.load()
    await all.panel.until(({ picking }) => picking?.fault === "loaded-anew")
    expect(all.picker.asked.at(-1)).toMatchObject({ kind: "pick-start", again: true, words: { subject: "Subject" } })
    all.picker.state = pickState()
    expect(await all.ask({ kind: "panel-pick-act", tabId: 10, act: { act: "skip" } })).toEqual({ ok: true })
    await all.panel.until(({ picking }) => picking !== undefined && picking.fault === undefined)
  }
})

test.each(["at once", "before the next page is there"])(
  "a page of another site in its place ends it and says so, also for whoever presses a key %s",
  async (when) => {
    const all = await pointingWorld()
    await all.ask(START)
    await all.picking()
    all.picker.there = false
    const act = { kind: "panel-pick-act", tabId: 10, act: { act: "skip" } } as const
    if (when !== "at once") expect(await all.ask(act)).toEqual({ ok: false, code: "pick-gone" })
    const tab = all.browser.tabs.get(10)
    if (tab) tab.url = "https://other.example/"
    await all.load()
    await all.panel.until(({ picking, pickLost }) => picking === undefined && pickLost === true)
    expect(all.browser.pickers).toEqual([10])
    // It isn't said of the page after it.
    await all.load()
    await all.ask({ kind: "panel-refresh" })
    await all.panel.until(({ pickLost }) => pickLost === undefined)
  }
)
