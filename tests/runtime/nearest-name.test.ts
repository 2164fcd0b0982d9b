import { expect, test } from "vitest"
import { nearestName } from "../../src/runtime/nearest-name.ts"
import { nearest } from "../../src/playbooks/format/read-yaml.ts"

test("the name with the fewest edits is meant; letters that changed places are one, and a like beginning counts", () => {
  expect(nearestName("PORT", ["HOST", "PART", "PORTS"], () => 2)).toBe("PORTS")
  expect(nearestName("PROT", ["PORT"], () => 1)).toBe("PORT")
  expect(nearestName("PROT", ["PART"], () => 1)).toBeUndefined()
  expect(nearestName("PORT", ["HOST"], () => 2)).toBe("HOST")
  expect(nearestName("PORT", [], () => 9)).toBeUndefined()
})

test("names of playbooks and voices are compared by their letters alone", () => {
  expect(nearest("asy", ["say", "search"])).toBe(' (did you mean "say"?)')
  expect(nearest("Order number", ["order-number"])).toBe(' (did you mean "order-number"?)')
  expect(nearest("zebra", ["say", "search"])).toBe("")
})
