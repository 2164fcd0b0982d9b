import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Check } from "./check.ts"

/** Forms that only a secret has. The text between is long enough that a pattern or a placeholder isn't one. */
const FORMS: Record<string, RegExp> = {
  "a private key": /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{60}/,
  "a key of AWS": /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  "a token of GitHub": /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60})/,
  "a token of npm": /\bnpm_[A-Za-z0-9]{36}\b/,
  "a token of Slack": /\bxox[abprs]-[A-Za-z0-9-]{20}/,
  "a key of Google": /\bAIza[A-Za-z0-9_-]{35}\b/,
  "a live key of Stripe": /\b[rs]k_live_[A-Za-z0-9]{20}/,
  "a key of OpenAI or Anthropic": /\bsk-(?:ant-|proj-)[A-Za-z0-9_-]{30}/
}
/** Tests of what masks or refuses secrets have invented ones. */
const INVENTED = ["tests/masking/", "tests/lookups/", "tests/scaffold/security.test.ts", "data/"]
const MAX_BYTES = 2_000_000

/** No file of the repository holds a secret. */
export function checkSecrets(root: string): Check {
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8", maxBuffer: 50_000_000 })
    .split("\0")
    .filter((file) => file !== "" && !INVENTED.some((place) => file.startsWith(place)))
  return {
    name: "secrets in the repository",
    note: `${files.length} files`,
    faults: files.flatMap((file) => secretsIn(textOf(join(root, file))).map((what) => `${file} holds ${what}.`))
  }
}

/** Returns what kinds of secrets a text holds, never the secrets. */
export const secretsIn = (text: string): string[] =>
  Object.entries(FORMS).flatMap(([what, form]) => (form.test(text) ? [what] : []))

/** A link to a folder, a file that is gone and one that is larger than any source have no text. */
function textOf(path: string): string {
  try {
    const bytes = readFileSync(path)
    return bytes.length > MAX_BYTES ? "" : bytes.toString("utf8")
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR")) return ""
    throw error
  }
}
