import type { Kysely } from "kysely"
import { createLog } from "../../runtime/log.ts"
import { readSettings } from "../../runtime/settings.ts"
import { connectDatabase } from "../../storage/database.ts"
import type { Schema } from "../../storage/schema.ts"
import type { TeamVoice } from "../../ticket/team-voice.ts"
import { rivalOf } from "../voices/choose-voice.ts"
import { readVoice } from "../voices/read-voice.ts"
import { listVoices, removeVoice, rivalSentence, saveVoice } from "../voices/stored-voices.ts"
import { UsageError, type Command, type CommandContext, readNamedFile, storeFile } from "./command.ts"
import { connectExisting } from "./open-alone.ts"

const USAGE =
  "Say what to do: npm run relay -- voices add FILE ... | list | remove NAME | check FILE ... | preview FILE | learn"

/** How many files or names each task takes. */
const TASKS: Readonly<Record<string, { least: number; most: number }>> = {
  add: { least: 1, most: Infinity },
  check: { least: 1, most: Infinity },
  list: { least: 0, most: 0 },
  remove: { least: 1, most: 1 },
  preview: { least: 1, most: 1 },
  learn: { least: 0, most: 0 }
}

/**
 * Stores, lists and takes out the team's voices, checks files, shows letters in a voice, and proposes one. The relay
 * may be running.
 */
export const voicesCommand: Command = {
  async run([task = "", ...names], context) {
    const takes = TASKS[task]
    if (!takes || names.length < takes.least || names.length > takes.most) throw new UsageError(USAGE)
    const [name = ""] = names
    if (task === "check") return check(names, context)
    if (task === "preview") return preview(name, context)
    const { environment, print, signal, note } = context
    const { db, close } = await (task === "add"
      ? connectDatabase(readSettings(environment), createLog(), signal)
      : connectExisting({ environment, signal, note }))
    try {
      if (task === "list")
        for (const { name: own, version, of } of (await listVoices(db)).voices)
          print(`${own}, version ${version}: ${of || "all tickets"}`)
      for (const file of task === "add" ? names : []) {
        const stored = await storeFile(file, (source) => saveVoice(db, source, null, new Date()))
        print(`${stored.name} is stored as version ${stored.version}.`)
      }
      if (task === "remove") {
        if (!(await removeVoice(db, name, null, new Date()))) throw new UsageError(`There is no voice "${name}".`)
        print(`${name} is taken out.`)
      }
      if (task === "learn") await learn(db, print)
    } finally {
      await close()
    }
  }
}

/** Prints a file for each language, which can be stored once its persona is written. */
async function learn(db: Kysely<Schema>, print: CommandContext["print"]): Promise<void> {
  // It is loaded here, because it needs the masking.
  const { MIN_REPLIES, proposeVoices } = await import("../voices/learning/propose-voices.ts")
  const proposals = await proposeVoices(db)
  if (proposals.length === 0) print("No solved ticket is imported yet, so there is nothing to learn from.")
  for (const { language, replies, source } of proposals)
    print(
      source ??
        `# ${language}: ${replies} ${replies === 1 ? "reply" : "replies"}. At least ${MIN_REPLIES} are needed, so no voice is proposed.`
    )
}

/** Prints the letters in the voice, each with what its check finds. */
async function preview(file: string, { print }: Pick<CommandContext, "print">): Promise<void> {
  const [voice] = readAll([file])
  if (!voice) return
  // It is loaded here, because it needs the drafter.
  const { previewVoice } = await import("../voice-preview/preview-voice.ts")
  const { name, letters } = await previewVoice(voice)
  for (const { language, channel, subject, with: letter } of letters) {
    print(`--- ${subject} (${language}, ${channel})\n${letter.text}\n`)
    for (const { rule, quote, times } of letter.findings)
      print(`The check finds (${rule}): "${quote}"${times > 1 ? `, ${times} times` : ""}`)
    if (letter.findings.length > 0) print("")
  }
  print(`${letters.length} letters in the voice "${name}", written without a model from the sample shop's pages.`)
}

function check(files: string[], { print }: Pick<CommandContext, "print">): void {
  const voices = readAll(files)
  print(`${voices.length} ${voices.length === 1 ? "voice" : "voices"} without a mistake`)
}

/** @throws UsageError with a sentence and line for each mistake of all files */
function readAll(files: string[]): TeamVoice[] {
  const told: string[] = []
  const voices: TeamVoice[] = []
  for (const file of files) {
    const { voice, mistakes } = readVoice(readNamedFile(file))
    told.push(...(mistakes ?? []).map(({ line, sentence }) => `${file}, line ${line}: ${sentence}`))
    if (!voice) continue
    if (voices.some(({ name }) => name === voice.name))
      told.push(`${file}: another of the files has the name "${voice.name}" too.`)
    const rival = rivalOf(voice, voices)
    if (rival) told.push(`${file}: ${rivalSentence(voice, rival)}`)
    voices.push(voice)
  }
  if (told.length > 0) throw new UsageError(told.join("\n"))
  return voices
}
