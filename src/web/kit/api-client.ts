// Calls an endpoint as it is declared. Writes survive a lost network and an expired session.
import type { EndpointDeclaration, Input, Output } from '../../core/endpoint.ts'

/** What the server answers when it does not do as asked (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number
  /** Stable: what texts and tests go by. `network` when no answer came. */
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly details: Readonly<Record<string, unknown>>
  readonly instance: string | undefined

  constructor(status: number, problem: ProblemBody) {
    super(problem.title ?? problem.code ?? `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = problem.code ?? (status === 0 ? 'network' : `http-${status}`)
    this.title = this.message
    this.detail = problem.detail
    this.details = problem.details ?? {}
    this.instance = problem.instance
  }
}
interface ProblemBody {
  code?: string
  title?: string
  detail?: string
  details?: Record<string, unknown>
  instance?: string
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** The same key gives the same answer; made anew for each call unless given. */
  readonly idempotencyKey?: string
  /** `etagOf` the value that was edited. */
  readonly ifMatch?: string
  /** Answer 401 at once instead of asking the person to sign in again. */
  readonly asStranger?: boolean
}

type LooseInput = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

const BASE = '/api/v1'
const etags = new WeakMap<object, string>()

/** The version of an answer, for `ifMatch`. */
export const etagOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null ? etags.get(answer) : undefined

/** The address of an endpoint, for links to files and downloads. */
export function addressOf<E extends EndpointDeclaration>(endpoint: E, input: Input<E>): string {
  const { params = {}, query = {} } = input as LooseInput
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one))
  }
  return `${BASE}${path}${search.size > 0 ? `?${search}` : ''}`
}

/**
 * Asks the person to sign in again over the page; true when it is the same person as before.
 * Set by the shell, which owns the dialog.
 */
let signInAgain: (() => Promise<boolean>) | null = null
export function onExpiredSession(ask: (() => Promise<boolean>) | null) {
  signInAgain = ask
}

export async function call<E extends EndpointDeclaration>(
  endpoint: E,
  input: Input<E>,
  options: CallOptions = {},
): Promise<Output<E>> {
  const request = () => fetch(addressOf(endpoint, input), init)
  const init = requestOf(endpoint, (input as LooseInput).body, options)
  let response = await withOneRetry(request, endpoint.method === 'POST', options.signal)
  if (response.status === 401 && !options.asStranger && signInAgain && (await signInAgain()))
    response = await withOneRetry(request, endpoint.method === 'POST', options.signal)
  return (await answerOf(response, endpoint)) as Output<E>
}

function requestOf(endpoint: EndpointDeclaration, body: unknown, options: CallOptions) {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' }
  const isForm = body instanceof FormData
  // What is refused is worded in the language of the page, whatever the browser is set to.
  const language = globalThis.document?.documentElement?.lang
  if (language) headers['accept-language'] = language
  if (endpoint.method !== 'GET') headers['x-omlopp-csrf'] = '1'
  if (endpoint.method === 'POST')
    headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID()
  if (options.ifMatch) headers['if-match'] = options.ifMatch
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  return {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    ...(options.signal && { signal: options.signal }),
  } satisfies RequestInit
}

/** A post that got no answer may have been done: the same key again is harmless, and tells. */
async function withOneRetry(
  request: () => Promise<Response>,
  again: boolean,
  signal?: AbortSignal,
) {
  const lost = (cause: unknown) => {
    if (signal?.aborted) throw cause
    throw Object.assign(new ApiProblem(0, { code: 'network' }), { cause })
  }
  if (!again) return request().catch(lost)
  return request().catch((cause) => (signal?.aborted ? lost(cause) : request().catch(lost)))
}

async function answerOf(response: Response, endpoint: EndpointDeclaration): Promise<unknown> {
  if (!response.ok) throw new ApiProblem(response.status, await problemOf(response))
  if (response.status === 204) return null
  if (endpoint.file) return response.blob()
  const answer: unknown = await response.json()
  const etag = response.headers.get('etag')
  if (etag && typeof answer === 'object' && answer !== null) etags.set(answer, etag)
  return answer
}

/** A proxy in between may answer in HTML: then the status is all there is to say. */
async function problemOf(response: Response): Promise<ProblemBody> {
  if (!response.headers.get('content-type')?.includes('json')) return {}
  const body: unknown = await response.json().catch(() => null)
  return typeof body === 'object' && body !== null ? body : {}
}
