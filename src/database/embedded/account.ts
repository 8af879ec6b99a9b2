// Under which account PostgreSQL runs. It refuses root, so root hands it over to nobody.

import { spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { errorCode, launchProblem } from './problems.ts'

/** nobody, on every system we run on. */
export const nobody = 65534

export interface Account {
  readonly how: 'plain' | 'namespace' | 'uid'
  /** Put before the program. */
  readonly prefix: readonly string[]
  readonly ids: { readonly uid?: number; readonly gid?: number }
  /** Gives a file or folder that we made to the account. */
  readonly give: (path: string) => void
}

const plain: Account = { how: 'plain', prefix: [], ids: {}, give: () => {} }

/**
 * Root sees itself as nobody in a user namespace of its own: files stay root's, nothing is copied
 * or handed over. Where namespaces are closed (many containers) PostgreSQL runs as nobody for real.
 * A cluster that belongs to somebody already is run as that account.
 */
export function chooseAccount(cluster: string): Account {
  const owner = ownerOf(cluster)
  const me = process.getuid?.() ?? null
  if (me !== 0) {
    if (owner !== null && me !== null && owner.uid !== me)
      throw launchProblem('other-owner', `${cluster}, uid ${owner.uid}`)
    // initdb asks for the account's name, which a container's bare number has none of.
    return isNamed() || !namespacesWork()
      ? plain
      : { ...plain, how: 'namespace', prefix: namespace }
  }
  if (owner !== null && owner.uid !== 0) return asUid(owner.uid, owner.gid)
  if (namespacesWork()) return { ...plain, how: 'namespace', prefix: namespace }
  if (owner !== null) throw launchProblem('other-owner', `${cluster}, root`)
  return asUid(nobody, nobody)
}

const namespace = ['unshare', '--user', `--map-user=${nobody}`, '--']

function isNamed(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

const asUid = (uid: number, gid: number): Account => ({
  how: 'uid',
  prefix: [],
  ids: { uid, gid },
  give: (path) => chownSync(path, uid, gid),
})

function namespacesWork(): boolean {
  const [program = '', ...rest] = namespace
  return spawnSync(program, [...rest, 'true']).status === 0
}

/** Whether the account can run this program where it lies. */
export const canRun =
  (account: Account) =>
  (program: string): boolean => {
    if (account.how !== 'uid') return true
    return spawnSync(program, ['--version'], account.ids).status === 0
  }

function ownerOf(path: string): { uid: number; gid: number } | null {
  try {
    return statSync(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** The surroundings without what would steer PostgreSQL: only our own settings should. */
export const quietEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)),
  ),
  TZ: 'UTC',
})
