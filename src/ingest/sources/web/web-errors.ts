import { SourceError } from "../../source/source.ts"
import { wasRefused } from "./ssrf-guard.ts"

/** The server used up its time, so the request isn't repeated at once. */
export class WebTimeout extends SourceError {
  override name = "GivenUp"
}

/** Returns whether a server's certificate isn't trusted here: it is expired, for another host, or by nobody known. */
export const isCertificateFault = (error: unknown) => /CERT|SIGNED|ISSUER|^ERR_TLS|^ERR_SSL/.test(codeOf(error))

/** Returns whether there is no host of that name. */
export const isUnknownHost = (error: unknown) => codeOf(error) === "ENOTFOUND"

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : ""
}

/** Explains in a sentence what went wrong with a request to this address. A SourceError is returned unchanged. */
export function explainWebError(error: unknown, { host, hostname }: URL): SourceError {
  if (error instanceof SourceError) return error
  const code = codeOf(error)
  const fault = (kind: SourceError["code"], sentence: string) => new SourceError(kind, sentence, { cause: error })
  if (wasRefused(error))
    return fault(
      "source-refused",
      `${hostname} lies in a private network or at no public address. If it is meant, allow it with --allow-host ${hostname}.`
    )
  if (isUnknownHost(error)) return fault("source-unreadable", `There is no host ${hostname}. Is the address right?`)
  if (code === "EAI_AGAIN") return fault("source-away", `The address of ${hostname} can't be looked up now.`)
  if (code === "ECONNREFUSED") return fault("source-away", `Nothing answers at ${host}.`)
  if (CUT.has(code)) return fault("source-away", `The connection to ${host} was cut.`)
  if (isCertificateFault(error))
    return fault(
      "source-refused",
      `The certificate of ${host} isn't trusted here (${code}). NODE_EXTRA_CA_CERTS can name a file with an authority of your own.`
    )
  if (code === "EPROTO") return fault("source-unreadable", `${host} doesn't speak https as it should. Is it http://?`)
  if (code.startsWith("HPE_")) return fault("source-unreadable", `${host} doesn't answer as HTTP asks for (${code}).`)
  if (/^(?:Z_|ERR__?ZLIB|ERR_BROTLI|ERR__ERROR)/.test(code))
    return fault("source-unreadable", `What ${host} sent can't be unpacked.`)
  return fault("source-away", `${host} can't be reached${code === "" ? "" : ` (${code})`}.`)
}

/** Z_BUF_ERROR means that compressed data ends in the middle. */
const CUT = new Set([
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ERR_STREAM_PREMATURE_CLOSE",
  "Z_BUF_ERROR",
  "UND_ERR_SOCKET"
])
