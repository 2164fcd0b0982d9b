import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { loadMessages } from "../src/ui/kit/language/load-messages.ts"
import { en } from "../src/ui/messages/en/en.ts"
import { LANGUAGE_CODES } from "../src/ui/messages/languages.ts"

/** As much of a manifest as people read: in the list of extensions, in the store and among the browser's keys. */
interface Readable {
  description: string
  commands: Record<string, { description: string }>
}

/**
 * Puts what a person reads of the manifest into `_locales/`, in each language of the interface, and names it in the
 * manifest. The browser chooses by its own language: it reads the manifest before anybody can choose another.
 *
 * @param build the folder of the built extension
 * @throws Error if the manifest has a command that no message describes
 */
export async function translateManifest(build: string): Promise<void> {
  const file = join(build, "manifest.json")
  const manifest = JSON.parse(await readFile(file, "utf8")) as Readable
  const names = ["description", ...Object.keys(manifest.commands)]
  for (const code of LANGUAGE_CODES) {
    const messages: Record<string, string> = code === "en" ? en : await loadMessages(code)
    const texts = names.map((name) => {
      const message = messages[`manifest.${name}`]
      if (message === undefined) throw new Error(`The manifest's "${name}" has no message manifest.${name} in ${code}.`)
      return [keyOf(name), { message }]
    })
    await mkdir(join(build, "_locales", code), { recursive: true })
    await writeFile(join(build, "_locales", code, "messages.json"), JSON.stringify(Object.fromEntries(texts)))
  }
  const commands = Object.entries(manifest.commands).map(([name, command]) => [
    name,
    { ...command, description: placeOf(name) }
  ])
  const translated = {
    ...manifest,
    default_locale: "en",
    description: placeOf("description"),
    commands: Object.fromEntries(commands)
  }
  await writeFile(file, JSON.stringify(translated))
}

/** Keys are letters, digits and underscores. */
const keyOf = (name: string) => name.replaceAll("-", "_")
const placeOf = (name: string) => `__MSG_${keyOf(name)}__`
