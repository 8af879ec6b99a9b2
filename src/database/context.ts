// All that an action has: one transaction, one organisation, one actor, one moment.
import type { OrganisationId, PersonId, Uuid } from '../core/ids.ts'
import type { Language } from '../core/text.ts'
import type { Keys } from '../keys/keys.ts'
import type { Tx } from './tx.ts'

export interface ActionContext {
  readonly tx: Tx
  readonly organisationId: OrganisationId
  readonly actorId: PersonId
  /** Permissions of the actor in this organisation; endpoints have already checked their own. */
  readonly permissions: ReadonlySet<string>
  readonly now: Date
  readonly newId: () => Uuid
  readonly language: Language
  /** Where the caller reached the server, for addresses on paper: `https://omlopp.example`. */
  readonly baseUrl?: string
  /** Version that the client saw (`If-Match`), when it sent one. */
  readonly ifMatch?: number
  /** What actions sign with, where the process has opened its keys. */
  readonly keys?: Keys | undefined
  /** Sends a job in this transaction; it runs after the commit, and not at all after a rollback. */
  readonly send: (job: JobCall) => Promise<void>
}

export interface JobCall {
  readonly name: string
  readonly payload: Record<string, unknown>
  /** A second job with the same key replaces the first while it waits. */
  readonly key?: string
}
