import { recordingOf, type Recording } from "./redmine-replay.ts"

export const signal = () => AbortSignal.timeout(10_000)
export const changed = (name: string, ...changes: [string | RegExp, string][]): Recording => {
  const recording = recordingOf(name)
  for (const [from, to] of changes) {
    if (!recording.html.match(from)) throw new Error(`the recording has no ${from}`)
    recording.html = recording.html.replaceAll(from, to)
  }
  return recording
}
