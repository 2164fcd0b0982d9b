import { createPrivateKey, sign, type KeyObject } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { JSDOM } from "jsdom"
import { correctables } from "../../src/helpdesks/correctables.ts"
import { createCorrector } from "../../src/helpdesks/corrections/apply-corrections.ts"
import { ReleaseError } from "../release/release-error.ts"
import {
  CORRECTION_LIMITS,
  readCorrections,
  type CorrectionsPayload
} from "../../src/protocol/routes/helpdesk-pages.ts"

/**
 * Checks corrections as pages do, signs them, and writes the file that `npm run relay -- corrections` takes.
 * @param file JSON with format, serial, made and corrections
 * @param key the private key's PEM file
 * @param target is overwritten
 * @returns what was signed
 * @throws ReleaseError with a sentence if something can't be read, or if a page would refuse it
 */
export function signCorrections(file: string, key: string, target: string): CorrectionsPayload {
  const read = readCorrections(textOf(file))
  if ("fault" in read) throw new ReleaseError([`${file}: ${read.fault}`])
  const unknown = read.corrections.find(
    ({ helpdesk, name }) => !correctables.some((one) => one.helpdesk === helpdesk && one.names.includes(name))
  )
  if (unknown) {
    const names = correctables.find(({ helpdesk }) => helpdesk === unknown.helpdesk)?.names
    const may = names?.length ? `these may: ${names.join(", ")}` : "nothing of this helpdesk may"
    throw new ReleaseError([`${file}: "${unknown.name}" of ${unknown.helpdesk} may not be corrected; ${may}.`])
  }
  const unusable = createCorrector(correctables, new JSDOM().window.document).unusable(read.corrections)
  if (unusable !== undefined) throw new ReleaseError([`${file}: the correction of ${unusable} is no selector.`])
  const payload = JSON.stringify(read)
  const signature = sign(null, Buffer.from(payload), privateKeyIn(key)).toString("base64")
  const signed = `${JSON.stringify({ payload, signature })}\n`
  if (signed.length > CORRECTION_LIMITS.file)
    throw new ReleaseError([`${file}: signed it has more than ${CORRECTION_LIMITS.file} characters.`])
  writeFileSync(target, signed)
  return read
}

function privateKeyIn(file: string): KeyObject {
  const pem = textOf(file)
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === "ed25519") return key
  } catch (cause) {
    throw new ReleaseError([`${file} is no private key in PEM.`], { cause })
  }
  throw new ReleaseError([`${file} is no Ed25519 key. \`npm run release -- correction-keys FOLDER\` makes one.`])
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (cause) {
    throw new ReleaseError([`${file} can't be read.`], { cause })
  }
}
