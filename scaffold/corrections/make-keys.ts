import { generateKeyPairSync } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ReleaseError } from "../release/release-error.ts"

/**
 * Makes a pair of keys for corrected selectors in a folder. The private key is readable by its owner alone, and no file
 * is ever overwritten.
 * @returns the files, and the public key as the policy `correctionKey` takes it: 32 bytes in base64
 * @throws ReleaseError if one of the files is there already or can't be written
 */
export function makeCorrectionKeys(folder: string): { privateFile: string; publicFile: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519")
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("base64")
  const [privateFile, publicFile] = [join(folder, "corrections-key.pem"), join(folder, "corrections-key.pub")]
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(privateFile, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" })
    writeFileSync(publicFile, `${raw}\n`, { flag: "wx" })
  } catch (cause) {
    const there = cause instanceof Error && "code" in cause && cause.code === "EEXIST"
    throw new ReleaseError(
      [there ? `There are keys in ${folder} already: name another folder.` : `The keys can't be written to ${folder}.`],
      { cause }
    )
  }
  return { privateFile, publicFile, publicKey: raw }
}
