// An endpoint as data: path, permission, input, output, refusals. The server and the client read it.
import { Type, type Static, type TObject, type TProperties, type TSchema } from 'typebox'

/** `public`: anybody. `signedIn`: any member. Otherwise a permission of the organisation's roles. */
export type Access = 'public' | 'signedIn' | (string & {})

export interface EndpointDeclaration {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under `/api/v1`; parameters as `{deviceId}`. */
  readonly path: string
  readonly permission: Access
  /** One English sentence for the readable API page. */
  readonly summary: string
  readonly params?: TObject<TProperties>
  readonly query?: TObject<TProperties>
  readonly body?: TSchema
  readonly output: TSchema
  /** Codes this endpoint may answer with, beyond those every endpoint has. */
  readonly refusals: readonly string[]
  /** Success status; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204
  /** The body is a file upload (multipart): the handler is given its parts. */
  readonly upload?: boolean
  /** The answer is a file rather than JSON: its content types. */
  readonly file?: readonly string[]
}

type InputOf<E extends EndpointDeclaration> = (E['params'] extends TSchema
  ? { params: Static<E['params']> }
  : object) &
  (E['query'] extends TSchema ? { query: Static<E['query']> } : object) &
  (E['body'] extends TSchema ? { body: Static<E['body']> } : object)

export type Input<E extends EndpointDeclaration> = InputOf<E>
export type Output<E extends EndpointDeclaration> = Static<E['output']>

export const endpoint = <const E extends EndpointDeclaration>(declaration: E): E => declaration

/** An object that takes no field beyond those declared. */
export const Closed = <P extends TProperties>(properties: P, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options })

export const UuidType = (options: object = {}) =>
  Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', ...options })
/** A day of the calendar; devices and people are of years that have four figures and no zero first. */
export const DayType = (options: object = {}) =>
  Type.String({
    pattern: '^[12]\\d{3}-\\d{2}-\\d{2}$',
    format: 'date',
    description: 'Calendar day',
    ...options,
  })
export const InstantType = (options: object = {}) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T', description: 'Instant in UTC', ...options })
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Choice = <const T extends readonly string[]>(values: T, options: object = {}) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...options })

/** One page of a list; `next` is the cursor of the following page, null at the end. */
export const PageOf = <T extends TSchema>(item: T) =>
  Closed({ items: Type.Array(item), next: Nullable(Type.String()) })

export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
}
