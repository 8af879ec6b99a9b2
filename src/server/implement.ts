// Binds a feature's declared endpoints to the functions that answer them, by name.
import type { Readable } from 'node:stream'
import type { EndpointDeclaration, Input, Output } from '../core/endpoint.ts'
import type { Result } from '../core/result.ts'
import type { OrganisationId } from '../core/ids.ts'
import type { ActionContext } from '../database/context.ts'
import type { Tx } from '../database/tx.ts'

/** A file that was sent in, read once as a stream. */
export interface UploadedFile {
  readonly fileName: string
  readonly stream: Readable
  /** Form fields that came before the file. */
  readonly fields: Readonly<Record<string, string>>
}

/** A file in answer: a certificate, a list as CSV. */
export interface FileAnswer {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array | Readable
}

type Given<E extends EndpointDeclaration> = Input<E> &
  (E['upload'] extends true ? { file: UploadedFile } : object)
type Answer<E extends EndpointDeclaration> = E['file'] extends readonly string[]
  ? FileAnswer
  : Output<E>

export type Handler<E extends EndpointDeclaration> = (
  ctx: ActionContext,
  input: Given<E>,
) => Promise<Result<Answer<E>>>

export type Api = Record<string, EndpointDeclaration>

/** As the loop in app.ts sees it; the types have been checked by `implement`. */
export interface Bound {
  readonly name: string
  readonly declaration: EndpointDeclaration
  readonly handler: (ctx: ActionContext, input: never) => Promise<Result<unknown>>
  /** Of a public endpoint: in whose view it is answered. */
  readonly whose?: Whose
}

/**
 * Finds the organisation whose thing an address names. Asked as the system, since nobody has signed
 * in; what it finds is then read by row-level security as that organisation, with no permission.
 */
export interface Whose {
  readonly find: (
    tx: Tx,
    params: Readonly<Record<string, string>>,
  ) => Promise<{ readonly organisationId: OrganisationId } | null>
  /** What is answered when there is no such thing. */
  readonly otherwise: string
}

export function implement<A extends Api>(
  feature: string,
  api: A,
  handlers: { readonly [Name in keyof A]: Handler<A[Name]> },
  whose?: Whose,
): Bound[] {
  return Object.entries(api).map(([name, declaration]) => ({
    name: `${feature}.${name}`,
    declaration,
    handler: handlers[name] as Bound['handler'],
    ...(whose && { whose }),
  }))
}
