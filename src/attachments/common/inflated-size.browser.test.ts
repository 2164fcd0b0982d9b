import { expect, test } from "vitest"
import { inflatedSize, UNCOUNTED } from "./inflated-size.ts"

const packed = async (bytes: Uint8Array<ArrayBuffer>) => {
  const packing = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"))
  return new Uint8Array(await new Response(packing).arrayBuffer())
}
const followedBy = (data: Uint8Array, more: number[] | Uint8Array) => {
  const all = new Uint8Array(data.length + more.length)
  all.set(data)
  all.set(more, data.length)
  return all
}

// Node counts this in any case. Browsers may drop what they have unpacked when they come upon bytes behind the data.
test.each([
  ["a line end", [10]],
  ["the rest of a file", new Uint8Array(20_000)]
])("data is counted to its end in the browser too, also if %s follows it", async (_what, more) => {
  const size = 20_000_000
  const data = await packed(new Uint8Array(size))
  expect(await inflatedSize(data, "deflate", { most: 1e9 })).toEqual({ size, isWhole: true })
  const followed = followedBy(data, more)
  let kept = 0
  const counted = await inflatedSize(followed, "deflate", { most: 1e9, keep: ({ length }) => (kept += length) })
  expect(counted.isWhole).toBe(false)
  expect(counted.size).toBeGreaterThanOrEqual(size - UNCOUNTED)
  expect(kept).toBe(counted.size)
  await expect(inflatedSize(followed, "deflate", { most: 1e6 })).rejects.toMatchObject({ code: "bomb" })
})

test("data that hardly shrink are counted in large pieces", async () => {
  const noise = new Uint8Array(4_000_000)
  for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536))
  const data = await packed(noise)
  const { DecompressionStream: own } = globalThis
  const writes = { count: 0 }
  class Counting extends own {
    override readonly writable = counted(super.writable)
  }
  function counted(inner: WritableStream<BufferSource>): WritableStream<BufferSource> {
    const getWriter = inner.getWriter.bind(inner)
    inner.getWriter = () => {
      const writer = getWriter()
      const write = writer.write.bind(writer)
      writer.write = (piece) => {
        writes.count++
        return write(piece)
      }
      return writer
    }
    return inner
  }
  globalThis.DecompressionStream = Counting
  try {
    expect((await inflatedSize(data, "deflate", { most: 1e9 })).size).toBe(noise.length)
  } finally {
    globalThis.DecompressionStream = own
  }
  // Four megabytes in pieces of 64 bytes are 62,500.
  expect(writes.count).toBeLessThan(2_000)
})
