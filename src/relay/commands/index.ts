import type { Command } from "./command.ts"

/**
 * A command by its name. It is loaded only when it is called, because each needs up to a second's worth of code that
 * the others don't.
 */
export interface ListedCommand {
  name: string
  /** The arguments after the name and what the command does, for the list of commands. */
  usage: string
  load(): Promise<Command>
}

/** `npm run relay -- NAME`. */
export const commands: ListedCommand[] = [
  {
    name: "audit",
    usage:
      "verify [FILE] | key | rotate-key | new-key | accept   verifies the audit, in the database or in an exported file; looks after the key that signs it",
    load: async () => (await import("./audit.ts")).auditCommand
  },
  {
    name: "backup",
    usage: "FILE   writes the whole database to a file, also beside a running relay",
    load: async () => (await import("./backup.ts")).backupCommand
  },
  {
    name: "corrections",
    usage: "FILE | off   stores a signed file of corrected selectors of helpdesks' pages, or takes it out",
    load: async () => (await import("./corrections.ts")).correctionsCommand
  },
  {
    name: "erase",
    usage: "--person ADDRESS [--yes]   counts what is stored of a person's tickets, and with --yes erases it",
    load: async () => (await import("./requester.ts")).eraseCommand
  },
  {
    name: "export",
    usage: "--person ADDRESS FILE   writes what is stored of a person's tickets to a file",
    load: async () => (await import("./requester.ts")).exportCommand
  },
  {
    name: "import",
    usage:
      "SOURCE [--internal] [--again] [--stop]   takes a folder of files or another source into the knowledge; the same again takes what changed",
    load: async () => (await import("./import.ts")).importCommand
  },
  {
    name: "knowledge",
    usage:
      "report [--json] [--only KIND] | try QUESTION | settle ID [--note TEXT]   says what is wrong with the pages; which ones answer a question; settles a finding until its words change",
    load: async () => (await import("./knowledge.ts")).knowledgeCommand
  },
  {
    name: "lookups",
    usage: "add FILE ... | list | remove NAME | check FILE ...   stores, lists, removes and checks the team's lookups",
    load: async () => (await import("./lookups.ts")).lookupsCommand
  },
  {
    name: "master-key",
    usage: "rotate | rewrap   has another master key encrypt, while relays run",
    load: async () => (await import("./master-key.ts")).masterKeyCommand
  },
  {
    name: "memories",
    usage:
      "list | approve ID | remove ID   lists what agents' edits say that holds for other replies, and decides on it",
    load: async () => (await import("./memories.ts")).memoriesCommand
  },
  {
    name: "migrate",
    usage: "  brings the database's schema up to date, as a relay does when it starts",
    load: async () => (await import("./migrate.ts")).migrateCommand
  },
  {
    name: "models",
    usage:
      "  tests the endpoints of models.yaml, or lists the models of MODEL_BASE_URL and tests the one that MODEL_NAME names",
    load: async () => (await import("./models.ts")).modelsCommand
  },
  {
    name: "move-to",
    usage: "DATABASE_URL   copies all data to an empty PostgreSQL",
    load: async () => (await import("./move-to.ts")).moveToCommand
  },
  {
    name: "pair",
    usage:
      "--role agent|lead|admin --name NAME [--groups a,b] [--same-person]   prints a code that pairs one browser with this person",
    load: async () => (await import("./pair.ts")).pairCommand
  },
  {
    name: "playbooks",
    usage: "add FILE ... | list | remove NAME   stores the team's playbooks, lists them, takes one out",
    load: async () => (await import("./playbooks.ts")).playbooksCommand
  },
  {
    name: "record",
    usage: "[FILE]   writes the record of processing: recipients, kinds of data, retention, as they are set now",
    load: async () => (await import("./record.ts")).recordCommand
  },
  {
    name: "restore",
    usage: "FILE [--replace]   puts a backup in the place of the database; what was erased since is erased again",
    load: async () => (await import("./restore.ts")).restoreCommand
  },
  {
    name: "scim",
    usage: "new-token | list | revoke ID   looks after the tokens with which the organisation's directory sends people",
    load: async () => (await import("./scim.ts")).scimCommand
  },
  {
    name: "voices",
    usage:
      "add FILE ... | list | remove NAME | check FILE ... | preview FILE   stores the team's voices, lists them, takes one out; says what is wrong in a file; shows the sample tickets' letters in it",
    load: async () => (await import("./voices.ts")).voicesCommand
  }
]
