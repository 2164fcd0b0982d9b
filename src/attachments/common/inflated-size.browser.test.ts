import { expect, test } from "vitest"
import { inflatedSize, UNCOUNTED } from "./inflated-size.ts"

// Node counts this in any case. Browsers may drop what they have unpacked when they come upon bytes behind the data.
test("data is counted to its end in the browser too, also if a line end follows it", async () => {
  const size = 20_000_000
  const packing = new Blob([new Uint8Array(size)]).stream().pipeThrough(new CompressionStream("deflate"))
  const packed = new Uint8Array(await new Response(packing).arrayBuffer())
  expect(await inflatedSize(packed, "deflate", { most: 1e9 })).toEqual({ size, isWhole: true })
  const followed = new Uint8Array(packed.length + 1)
  followed.set(packed)
  followed[packed.length] = 10
  const counted = await inflatedSize(followed, "deflate", { most: 1e9 })
  expect(counted.isWhole).toBe(false)
  expect(counted.size).toBeGreaterThanOrEqual(size - UNCOUNTED)
  await expect(inflatedSize(followed, "deflate", { most: 1e6 })).rejects.toMatchObject({ code: "bomb" })
})
