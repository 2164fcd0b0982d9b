import { once } from "node:events"
import { crc32, deflateRawSync } from "node:zlib"
import { pack } from "tar-stream"

export interface Packed {
  name: string | Buffer
  content?: string | Buffer
  /** This is the mode as Unix stores it. 0o120777 is a link. */
  mode?: number
  encrypted?: boolean
  /** This is the unpacked size in the header if it differs from that of `content`. */
  claims?: number
  method?: 0 | 8 | 14
}

/** Makes a zip archive, with as much of the format as the tests need to falsify. */
export function zipOf(files: Packed[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content = "", mode = 0o100644, encrypted = false, claims, method = 8 } of files) {
    const bytes = Buffer.from(content)
    const packed = method === 8 ? deflateRawSync(bytes) : bytes
    const raw = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((encrypted ? 1 : 0) | (typeof name === "string" ? 0x800 : 0), 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? bytes.length, 18)
    common.writeUInt16LE(raw.length, 22)
    const head = Buffer.concat([Buffer.from("PK\x03\x04"), common, raw, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(mode * 65_536, 6)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03"), common, tail, raw]))
    local.push(head)
    offset += head.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from("PK\x05\x06"), end])
}

export async function tarOf(
  files: { name: string; content?: string | Buffer; type?: "file" | "symlink" | "directory"; linkname?: string }[]
): Promise<Buffer> {
  const archive = pack()
  const chunks: Buffer[] = []
  archive.on("data", (chunk) => {
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  })
  for (const { content = "", ...header } of files) archive.entry(header, content)
  archive.finalize()
  await once(archive, "end")
  return Buffer.concat(chunks)
}
