import { pickWords } from "../../../src/ui/agent/picking/pick-words.ts"
import { ORIGIN, world } from "../help/world.ts"
import { pickerPage } from "./picker-page.ts"

export const START = { kind: "panel-pick-start", of: { tabId: 10 }, words: pickWords() } as const

/** Somebody signed in looks at a page of an allowed site that no adapter knows. */
export async function pointingWorld() {
  const all = await world()
  await all.pair()
  const { double, picker } = pickerPage()
  all.browser.granted.add(ORIGIN)
  all.browser.registered.add(ORIGIN)
  all.openTab(10, 1, double)
  const panel = all.openPanel()
  const load = async () => {
    const before = picker.used.length
    all.worker.fire("loaded", 10)
    // What follows a load runs on its own. A question after it is answered after it.
    await all.ask({ kind: "popup-status" })
    return picker.used.slice(before)
  }
  const picking = async () => (await panel.until((state) => state.picking !== undefined, "what is pointed at")).picking
  const ended = () => panel.until((state) => state.picking === undefined, "nobody pointing")
  const kept = () => JSON.parse(all.browser.kept.local.get("page-recipes") ?? "{}")
  return {
    ...all,
    get worker() {
      return all.worker
    },
    ...{ panel, picker, load, picking, ended, kept }
  }
}
