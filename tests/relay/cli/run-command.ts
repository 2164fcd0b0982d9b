import { commands } from "../../../src/relay/commands/index.ts"

/** Runs a command of `npm run relay` in this process. @returns what it printed @throws what it complains about */
export async function runCommand(name: string, args: string[], environment: Record<string, string>): Promise<string> {
  const lines: string[] = []
  const command = await commands.find((one) => one.name === name)?.load()
  if (command === undefined) throw new Error(`There is no command ${name}.`)
  await command.run(args, {
    environment,
    print: (line) => lines.push(line),
    signal: new AbortController().signal
  })
  return lines.join("\n")
}
