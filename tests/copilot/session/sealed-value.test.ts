import { expect, test } from "vitest"
import { keepSealed } from "../../../src/copilot/session/sealed-value.ts"

test("what is sealed after the person has signed out isn't kept", async () => {
  const kept = new Map<string, unknown>()
  const area = {
    get: async (name: string) => kept.get(name),
    set: async (name: string, value: unknown) => void kept.set(name, value),
    remove: async (name: string) => void kept.delete(name),
    clear: async () => kept.clear()
  }
  let isSignedIn = true
  const sealing = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
  const notAsked = () => Promise.reject(new Error("not asked"))
  const cipher = { vault: "v", seal: () => sealing.promise, open: notAsked, blind: notAsked }
  const keeping = keepSealed(area, cipher, "rules", { version: 3 }, () => isSignedIn)
  isSignedIn = false
  sealing.resolve(Uint8Array.of(1, 2, 3))
  await keeping
  expect(kept.size).toBe(0)
  isSignedIn = true
  await keepSealed(area, cipher, "rules", { version: 3 }, () => isSignedIn)
  expect([...kept.keys()]).toEqual(["rules"])
})
