// The `omlopp` command: finds the subcommand, runs it, and answers with 0 or 1.
import { fail, printJson, Refused, say } from './talk.ts'

export interface Command {
  readonly usage: string
  readonly about: string
  run(args: string[]): Promise<void>
}

// Loaded on demand, so that `omlopp impact` does not start a server's worth of modules.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  evidence: async () => (await import('./commands/evidence.ts')).evidence,
  epcis: async () => (await import('./commands/epcis.ts')).epcis,
  inventory: async () => (await import('./commands/inventory.ts')).inventory,
  impact: async () => (await import('./commands/impact.ts')).impact,
  match: async () => (await import('./commands/match.ts')).match,
  verify: async () => (await import('./commands/verify.ts')).verify,
  witness: async () => (await import('./commands/witness.ts')).witness,
  proof: async () => (await import('./commands/proof.ts')).proof,
  token: async () => (await import('./commands/token.ts')).token,
  demo: async () => (await import('./commands/demo.ts')).demo,
  rebuild: async () => (await import('./commands/rebuild.ts')).rebuildCommand,
  station: async () => (await import('../station/command.ts')).station,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/backup.ts')).restoreCommand,
}

export async function main(args: string[]): Promise<void> {
  const [name, ...rest] = args
  const load = name ? commands[name] : undefined
  if (!load) return help(name)
  try {
    await (await load()).run(rest)
  } catch (error) {
    if (rest.includes('--json') || (error instanceof Refused && error.answer))
      printJson(answerOf(error))
    if (isMistyped(error)) return fail(`${error.message}\nomlopp ${(await load()).usage}`)
    fail(error instanceof Refused ? error.message : ((error as Error).stack ?? String(error)))
  }
}

/** What a program reads on stdout where the command could not: a code, and the same words. */
function answerOf(error: unknown): object {
  const { message } = error as Error
  if (error instanceof Refused) return error.answer ?? { code: 'refused', message }
  return { code: isMistyped(error) ? 'mistyped' : 'fault', message }
}

/** An option that there is none of, or one without its value: no fault of ours, so no stack. */
const isMistyped = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')

async function help(name: string | undefined): Promise<void> {
  if (name && name !== 'help' && name !== '--help') say(`There is no command "${name}".\n`)
  for (const load of Object.values(commands)) {
    const { usage, about } = await load()
    say(`omlopp ${usage}\n    ${about}`)
  }
  say('\nThe data folder is OMLOPP_DATA (./data), the port PORT (4321), a server DATABASE_URL.')
  if (name !== 'help' && name !== '--help') process.exitCode = 1
}
